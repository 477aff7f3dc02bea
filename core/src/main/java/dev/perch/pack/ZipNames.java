package dev.perch.pack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of a zip: harmless on every file system, and no two of them the same file on any. */
final class ZipNames {
    /* ASCII alone: no two such names meet under Unicode normalisation, and case folding is lower case. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9._@-]+");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);
    private static final String REMEDY = "pack it again with plain names of a-z, 0-9, dot, dash and underscore";

    private final PackageLimits limits;
    private final Map<String, String> spelling = new HashMap<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();

    ZipNames(PackageLimits limits) {
        this.limits = limits;
    }

    /** Takes in the next name; one that ends in a slash is a folder. */
    void add(String name) throws Refusal {
        boolean folder = name.endsWith("/");
        List<String> parts = List.of((folder ? name.substring(0, name.length() - 1) : name).split("/", -1));
        if (name.length() > limits.nameBytes() || parts.size() > limits.depth()) {
            throw refusal(name, "is too long or too deep");
        }
        for (String part : parts) {
            part(name, part);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            path.append(i == 0 ? "" : "/").append(parts.get(i));
            claim(name, path.toString(), folder || i < parts.size() - 1);
        }
    }

    private static void part(String name, String part) throws Refusal {
        if (name.startsWith("/")) {
            throw refusal(name, "is absolute");
        }
        if (part.equals("..") || part.equals(".")) {
            throw refusal(name, "leads out of the package");
        }
        if (!PART.matcher(part).matches()) {
            throw refusal(name, "has a character that is not allowed");
        }
        if (part.endsWith(".") || DEVICE.matcher(part).matches()) {
            throw refusal(name, "means something else on Windows");
        }
    }

    private void claim(String name, String path, boolean folder) throws Refusal {
        String folded = path.toLowerCase(Locale.ROOT);
        String known = spelling.putIfAbsent(folded, path);
        boolean again = files.contains(folded) || (!folder && folders.contains(folded));
        if (again || (known != null && !known.equals(path))) {
            throw refusal(name, "is there twice, perhaps in other letters");
        }
        (folder ? folders : files).add(folded);
    }

    private static Refusal refusal(String name, String what) {
        return new Refusal("", "the name " + SafePath.quote(name) + " in the zip " + what, REMEDY);
    }
}
