/**
 * The query engine of both datasets. A {@link org.puente.statistics.series.Slice} says what is counted, a
 * {@link org.puente.statistics.series.Vantage} from when and which releases it is seen, and
 * {@link org.puente.statistics.series.SeriesEngine} answers with monthly figures
 * ({@link org.puente.statistics.series.Monthly}) or, for a whole {@link org.puente.statistics.series.SeriesQuery}, with
 * transformed series ({@link org.puente.statistics.series.SeriesAnswer}).
 */
package org.puente.statistics.series;
