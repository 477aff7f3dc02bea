package dev.perch.runtime;

import dev.perch.model.Approval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand in the fields of a form. */
final class FormAnswers {
    private static final List<String> TRUTHS = List.of("Yes", "No");

    private FormAnswers() {}

    /** Whether words are typed into it. */
    static boolean isTyped(Approval.FormField field) {
        return choices(field).isEmpty()
                && List.of("string", "number", "integer").contains(field.type());
    }

    /** What there is to choose from; empty: anything, or nothing that Perch knows. */
    static List<String> choices(Approval.FormField field) {
        return field.type().equals("boolean") ? TRUTHS : field.choices();
    }

    /** The value of a choice; null for none. */
    static @Nullable Object choice(Approval.@Nullable FormField field, int place) {
        if (field == null) {
            return null;
        }
        return field.type().equals("boolean")
                ? (Object) (place == 0)
                : choices(field).get(place);
    }

    /** The value that was typed; null where it is none of that field. */
    static @Nullable Object value(Approval.FormField field, String words) {
        try {
            return switch (field.type()) {
                case "string" -> words.isEmpty() && field.required() ? null : words;
                case "integer" -> Long.parseLong(words);
                default -> finite(Double.parseDouble(words));
            };
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static @Nullable Object finite(double number) {
        return Double.isFinite(number) ? (Object) number : null;
    }
}
