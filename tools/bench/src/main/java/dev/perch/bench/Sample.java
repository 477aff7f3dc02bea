package dev.perch.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Values of one quantity, measured again and again. */
public final class Sample {
    private final List<Double> values = new ArrayList<>();

    /** Takes in one more. */
    public void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    /** The value below which that part of the values lies; the nearest rank. */
    double quantile(double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(0, Math.min(sorted.size() - 1, rank - 1)));
    }

    double median() {
        return quantile(0.5);
    }

    /** The median, and the quartiles as its spread. */
    public String text(int digits) {
        String number = "%." + digits + "f";
        return String.format(
                Locale.ROOT, number + " (" + number + "-" + number + ")", median(), quantile(0.25), quantile(0.75));
    }
}
