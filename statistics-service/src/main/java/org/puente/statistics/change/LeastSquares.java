package org.puente.statistics.change;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Ordinary least squares with standard errors that stand heteroscedasticity and autocorrelation: Newey and West (1987),
 * Bartlett kernel, L = ⌊4(n/100)^(2/9)⌋ lags, scaled by n/(n−p) for the small sample.
 */
final class LeastSquares {

    private final RealVector coefficients;
    private final RealVector residuals;
    private final RealMatrix covariance;
    private final int lags;

    /** @throws org.hipparchus.exception.MathIllegalArgumentException where the columns are linearly dependent */
    LeastSquares(double[][] rows, double[] outcomes) {
        RealMatrix x = MatrixUtils.createRealMatrix(rows);
        RealVector y = MatrixUtils.createRealVector(outcomes);
        coefficients = new QRDecomposition(x).getSolver().solve(y);
        residuals = y.subtract(x.operate(coefficients));
        lags = (int) Math.floor(4 * Math.pow(rows.length / 100.0, 2.0 / 9));
        covariance = neweyWest(x);
    }

    private RealMatrix neweyWest(RealMatrix x) {
        int n = x.getRowDimension();
        int p = x.getColumnDimension();
        RealMatrix scores =
                MatrixUtils.createRealDiagonalMatrix(residuals.toArray()).multiply(x);
        RealMatrix middle = scores.transposeMultiply(scores);
        for (int lag = 1; lag <= lags; lag++) {
            RealMatrix late = scores.getSubMatrix(lag, n - 1, 0, p - 1);
            RealMatrix early = scores.getSubMatrix(0, n - 1 - lag, 0, p - 1);
            RealMatrix gamma = late.transposeMultiply(early);
            middle = middle.add(gamma.add(gamma.transpose()).scalarMultiply(1 - lag / (lags + 1.0)));
        }
        RealMatrix bread =
                new QRDecomposition(x.transposeMultiply(x)).getSolver().getInverse();
        return bread.multiply(middle).multiply(bread).scalarMultiply(n / (double) (n - p));
    }

    double coefficient(int column) {
        return coefficients.getEntry(column);
    }

    double standardError(int column) {
        return Math.sqrt(covariance.getEntry(column, column));
    }

    /** Two-sided, by Student's t with n−p degrees of freedom. */
    double p(int column) {
        if (coefficient(column) == 0) {
            return 1;
        }
        double t = Math.abs(coefficient(column) / standardError(column));
        int freedom = residuals.getDimension() - coefficients.getDimension();
        return 2 * new TDistribution(freedom).cumulativeProbability(-t);
    }

    int lags() {
        return lags;
    }

    /** Durbin and Watson (1950): near 2 without autocorrelation, near 0 with a strong positive one. */
    double durbinWatson() {
        double sum = 0;
        for (int i = 1; i < residuals.getDimension(); i++) {
            double step = residuals.getEntry(i) - residuals.getEntry(i - 1);
            sum += step * step;
        }
        return sum / residuals.dotProduct(residuals);
    }

    /** Autocorrelation of the residuals at a lag of one: Σ u(t)·u(t−1) / Σ u(t)². */
    double rho1() {
        double sum = 0;
        for (int i = 1; i < residuals.getDimension(); i++) {
            sum += residuals.getEntry(i) * residuals.getEntry(i - 1);
        }
        return sum / residuals.dotProduct(residuals);
    }
}
