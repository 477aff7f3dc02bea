package dev.perch.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.perch.json.StrictJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Opens one JSON object of a stranger: strict UTF-8, bounded, no key twice, nothing behind it. */
final class OneObject {
    private static final SnapshotLimits LIMITS = SnapshotLimits.LOCAL;

    private static final StrictJson STRICT = new StrictJson(new StrictJson.Limits(
            LIMITS.depth(), LIMITS.keyChars(), LIMITS.lineBytes(), LIMITS.numberChars(), LIMITS.tokens()));

    /** Reads the inside of an object; the parser stands on its first brace and is left on its last. */
    interface Inside<T> {
        T read(JsonParser parser) throws IOException, BadLine;
    }

    private OneObject() {}

    static <T> T readObject(byte[] bytes, int from, int to, Inside<T> inside) throws BadLine {
        if (to - from > LIMITS.lineBytes()) {
            throw BadLine.tooLong();
        }
        try (JsonParser parser = STRICT.parser(bytes, from, to)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine("is not a JSON object", "write one object in braces");
            }
            T value = inside.read(parser);
            if (parser.nextToken() != null) {
                throw new BadLine("has more behind its JSON object", "write one object a line");
            }
            return value;
        } catch (JsonEOFException cut) {
            throw new BadLine("is JSON that ends too early", "write the whole object");
        } catch (StreamConstraintsException over) {
            throw new BadLine(
                    "is JSON with more than a snapshot may hold (depth " + LIMITS.depth() + ", keys of "
                            + LIMITS.keyChars() + " characters, numbers of " + LIMITS.numberChars() + ", "
                            + LIMITS.tokens() + " parts)",
                    "simplify it");
        } catch (StreamReadException bad) {
            throw notJson(bad);
        } catch (CharacterCodingException malformed) {
            throw new BadLine("is not UTF-8", "save it as UTF-8");
        } catch (IOException impossible) {
            throw new BadLine("cannot be read", "write it again");
        }
    }

    private static BadLine notJson(StreamReadException bad) {
        if (bad.getOriginalMessage().startsWith("Duplicate")) {
            return new BadLine("has a key twice in one object" + place(bad.getLocation()), "keep one of them");
        }
        return new BadLine(
                "is not JSON" + place(bad.getLocation()),
                "write an object such as {\"state\":\"idle\",\"title\":\"Hello\"}");
    }

    private static String place(JsonLocation location) {
        String column = "column " + location.getColumnNr();
        return location.getLineNr() > 1 ? " (line " + location.getLineNr() + ", " + column + ")" : " (" + column + ")";
    }
}
