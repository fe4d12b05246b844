package org.puente.statistics.change;

import java.time.YearMonth;

/** Encounters at the southwest border by month, October 2019 to September 2024, as CBP published them in October 2024. */
final class SouthwestTotals {

    static final MonthlyCounts COUNTS = new MonthlyCounts(YearMonth.of(2019, 10), new double[] {
        45139, 42643, 40565, 36585, 36687, 34460, 17106, 23237, 33049, 40929, 50014, 57674, 71929, 72113, 73994, 78414,
        101099, 173277, 178795, 180597, 189034, 213593, 209840, 192001, 164837, 174845, 179253, 154874, 166010, 222574,
        235785, 241136, 207834, 200162, 204087, 227547, 231529, 235173, 252315, 157358, 156630, 193249, 211992, 206690,
        144556, 183479, 232963, 269735, 240927, 242399, 301981, 176195, 189913, 189359, 179737, 170716, 130415, 104100,
        107473, 101790
    });

    private SouthwestTotals() {}
}
