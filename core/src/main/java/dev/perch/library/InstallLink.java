package dev.perch.library;

import dev.perch.json.JsonTree;
import dev.perch.model.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A link of the kind {@code codex://pets/install?name=&imageUrl=&description=&spriteVersionNumber=}. Those four parameters are
 * all that there are: one more, one twice, or another host or path voids the link, as in the Codex app.
 *
 * @param name of the pet, not blank, no control characters
 * @param image its sheet: an absolute URL with {@code https}
 * @param description maybe empty
 * @param version 1 or 2
 */
public record InstallLink(String name, URI image, String description, int version) {
    /** How such a link begins. */
    public static final String SCHEME = "codex:";

    private static final Set<String> PARAMETERS = Set.of("name", "imageUrl", "description", "spriteVersionNumber");
    private static final int MOST_LINK = 8_192;
    private static final int MOST_NAME = 60;
    private static final int MOST_DESCRIPTION = 1_000;
    private static final int MOST_FOLDER = 64;

    /** Reads a link. @throws LibraryFault with what is wrong with it */
    public static InstallLink parse(String text) throws LibraryFault {
        if (text.length() > MOST_LINK) {
            throw fault("is longer than " + MOST_LINK + " characters");
        }
        URI link = uri(text);
        boolean install = "codex".equals(link.getScheme())
                && "pets".equals(link.getRawAuthority())
                && "/install".equals(link.getRawPath())
                && link.getRawFragment() == null;
        if (!install) {
            throw fault("is not a codex://pets/install link");
        }
        Map<String, String> values = values(link.getRawQuery() == null ? "" : link.getRawQuery());
        String name = values.getOrDefault("name", "").strip();
        String description = values.getOrDefault("description", "").strip();
        if (name.isEmpty()) {
            throw fault("names no pet");
        }
        checkText("name", name, MOST_NAME);
        checkText("description", description, MOST_DESCRIPTION);
        return new InstallLink(name, image(values.getOrDefault("imageUrl", "")), description, version(values));
    }

    private static Map<String, String> values(String query) throws LibraryFault {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw fault("has a parameter with no value");
            }
            String key = decoded(part.substring(0, equals));
            if (!PARAMETERS.contains(key)) {
                throw fault("has a parameter that such a link does not have");
            }
            if (values.put(key, decoded(part.substring(equals + 1))) != null) {
                throw fault("has the parameter " + key + " twice");
            }
        }
        return values;
    }

    private static String decoded(String text) throws LibraryFault {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException bad) {
            throw fault("has a percent sign with no two digits behind it");
        }
    }

    private static URI image(String text) throws LibraryFault {
        URI image = uri(text);
        if (!"https".equals(image.getScheme()) || image.getHost() == null) {
            throw fault("has an imageUrl that is not an https address");
        }
        if (image.getRawUserInfo() != null || image.getRawFragment() != null) {
            throw fault("has an imageUrl with a user name or a fragment, which hides where it leads");
        }
        return image;
    }

    private static int version(Map<String, String> values) throws LibraryFault {
        return switch (values.getOrDefault("spriteVersionNumber", "1")) {
            case "1" -> 1;
            case "2" -> 2;
            default -> throw fault("has a spriteVersionNumber that is neither 1 nor 2");
        };
    }

    private static URI uri(String text) throws LibraryFault {
        try {
            return new URI(text);
        } catch (URISyntaxException bad) {
            throw fault("is no valid address");
        }
    }

    private static void checkText(String what, String text, int most) throws LibraryFault {
        boolean odd = text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        });
        if (odd || text.codePointCount(0, text.length()) > most) {
            throw fault("has a " + what + " that is too long or has characters that cannot be seen");
        }
    }

    private static LibraryFault fault(String what) {
        return new LibraryFault(Problem.error(
                "the link", what, "copy it again from where you found it, in quotes, or tell its author"));
    }

    /** The name of the folder that it is put into: letters and digits, and dashes for all else. */
    String folder() {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String cut = plain.codePointCount(0, plain.length()) <= MOST_FOLDER
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, MOST_FOLDER));
        return cut.isEmpty() ? "pet" : cut;
    }

    /** The manifest that Codex writes for such a pet. */
    String manifest(String sheet) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", folder());
        manifest.put("displayName", name);
        manifest.put("description", description);
        if (version == 2) {
            manifest.put("spriteVersionNumber", version);
        }
        manifest.put("spritesheetPath", sheet);
        return JsonTree.page(manifest);
    }
}
