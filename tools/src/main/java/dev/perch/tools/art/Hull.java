package dev.perch.tools.art;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rubber band around a handful of points: the silhouette of a solid convex thing such as a beak. */
final class Hull {

    private final List<double[]> points = new ArrayList<>();

    /** Adds a point; only x and y count. */
    void add(double[] point) {
        points.add(point);
    }

    /** The band as a closed shape. */
    Path path() {
        List<double[]> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        List<double[]> band = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            int start = band.size();
            for (int i = 0; i < sorted.size(); i++) {
                double[] p = sorted.get(side == 0 ? i : sorted.size() - 1 - i);
                while (band.size() >= start + 2 && turn(band.get(band.size() - 2), band.get(band.size() - 1), p) <= 0) {
                    band.remove(band.size() - 1);
                }
                band.add(p);
            }
            band.remove(band.size() - 1);
        }
        Path out = new Path();
        for (int i = 0; i < band.size(); i++) {
            double[] p = band.get(i);
            if (i == 0) {
                out.moveTo(p[0], p[1]);
            } else {
                out.lineTo(p[0], p[1]);
            }
        }
        return out.close();
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
