package dev.perch.pack.format;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Numbers, known names, {@code + - * / %} and brackets: all that an expression of a pet may be. It is worked out once, at
 * import; there is nothing that it could call.
 */
final class Arithmetic {
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_DEPTH = 16;

    private final String text;
    private final Map<String, Double> names;
    private int at;
    private int depth;

    private Arithmetic(String text, Map<String, Double> names) {
        this.text = text;
        this.names = names;
    }

    /** The value, or nothing when it is no such expression or no finite number. */
    static OptionalDouble valueOf(String text, Map<String, Double> names) {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            return OptionalDouble.empty();
        }
        try {
            Arithmetic reading = new Arithmetic(text.replaceAll("\\s+", ""), names);
            double value = reading.sum();
            boolean whole = reading.at == reading.text.length() && Double.isFinite(value);
            return whole ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private double sum() {
        double value = product();
        while (at < text.length() && (peek() == '+' || peek() == '-')) {
            value = take() == '+' ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (at < text.length() && "*/%".indexOf(peek()) >= 0) {
            char how = take();
            double by = factor();
            value = how == '*' ? value * by : how == '/' ? value / by : value % by;
        }
        return value;
    }

    private double factor() {
        if (at == text.length() || ++depth > MOST_DEPTH) {
            throw new NumberFormatException();
        }
        double value;
        if (peek() == '-') {
            at++;
            value = -factor();
        } else if (peek() == '(') {
            at++;
            value = sum();
            if (at == text.length() || take() != ')') {
                throw new NumberFormatException();
            }
        } else {
            value = word();
        }
        depth--;
        return value;
    }

    private double word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(peek()) || peek() == '.')) {
            at++;
        }
        String word = text.substring(from, at);
        Double known = names.get(word);
        if (known != null) {
            return known;
        }
        if (!word.matches("[0-9]+(\\.[0-9]+)?")) {
            throw new NumberFormatException();
        }
        return Double.parseDouble(word);
    }

    private char peek() {
        return text.charAt(at);
    }

    private char take() {
        return text.charAt(at++);
    }
}
