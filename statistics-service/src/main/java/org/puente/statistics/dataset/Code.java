package org.puente.statistics.dataset;

/**
 * One value of a dimension.
 *
 * @param ordinal  its number in cells and cubes, from 0 on, unique within dataset and dimension; never leaves the service
 * @param code     stable, lower-case (ISO 3166-1 alpha-3 in upper case for citizenships); what URLs use
 * @param label    English name for people
 * @param official spelling in the official files
 */
public record Code(int ordinal, String code, String label, String official) {}
