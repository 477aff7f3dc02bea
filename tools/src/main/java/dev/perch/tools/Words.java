package dev.perch.tools;

import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of an enum's values as users write them: small letters, with dashes. Capitals and underscores pass too.
 *
 * @param kind the enum
 */
record Words<E extends Enum<E>>(Class<E> kind) implements ITypeConverter<E> {
    @Override
    public E convert(String word) {
        StringJoiner known = new StringJoiner(", ");
        for (E value : kind.getEnumConstants()) {
            String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(word.toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return value;
            }
            known.add(name);
        }
        throw new TypeConversionException("'" + word + "' is none of " + known);
    }
}
