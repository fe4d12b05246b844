/** Whether a figure as said agrees with the official data: as published on the day it was said, and today. */
package org.puente.statistics.figure.check;
