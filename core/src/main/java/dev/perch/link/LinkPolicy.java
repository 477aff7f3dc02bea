package dev.perch.link;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says of a link that it is canonical, or why it is refused; it never repairs one. What it lets through has one meaning for
 * every program: ASCII, a plain host, no user, no escapes of what separates parts. Safe for threads.
 */
public final class LinkPolicy {
    /** No link is longer. */
    public static final int LONGEST = 2048;

    /** Schemes that no user's list can allow: they run, read or reach what a pet has no business with. */
    private static final Set<String> NEVER = Set.of(
            "file",
            "javascript",
            "data",
            "vbscript",
            "blob",
            "smb",
            "ftp",
            "ssh",
            "jar",
            "view-source",
            "about",
            "search",
            "search-ms",
            "res",
            "shell",
            "steam",
            "ldap",
            "nfs",
            "dav",
            "davs",
            "sftp",
            "telnet",
            "help",
            "jdbc",
            "rmi",
            "mhtml",
            "wyciwyg",
            "filesystem");

    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{0,31}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ESCAPED = Pattern.compile("%(2e|2f|5c|00)", Pattern.CASE_INSENSITIVE);
    private static final String UNSAFE = "\\\"<>^`{|}";

    private final Set<String> schemes;
    private final Set<String> loopback;

    /** The verdict on a link. */
    public sealed interface Verdict {
        /** It may be opened, as it stands in {@code url}. */
        record Canonical(String url, String scheme, String host, int port) implements Verdict {}

        /**
         * It may not.
         *
         * @param why one clause
         */
        record Refused(String why) implements Verdict {}
    }

    /**
     * A policy of one user.
     *
     * @param schemes of other programs' links that the user allows, in small letters
     * @param loopback origins of the user's own machine, such as {@code http://127.0.0.1:8080}
     */
    public LinkPolicy(Set<String> schemes, Set<String> loopback) {
        this.schemes = Set.copyOf(schemes);
        this.loopback = Set.copyOf(loopback);
    }

    /** Whether a user's list may name that scheme at all. */
    public static boolean mayBeListed(String scheme) {
        return SCHEME.matcher(scheme).matches()
                && !NEVER.contains(scheme)
                && !scheme.startsWith("chrome")
                && !scheme.startsWith("ms-")
                && !scheme.startsWith("http");
    }

    /** Judges a page of the web, or of a loopback origin that the user allows. */
    public Verdict page(String text) {
        return judge(text, false);
    }

    /** Judges a link of a program whose scheme is on the user's list. */
    public Verdict deepLink(String text) {
        return judge(text, true);
    }

    private Verdict judge(String text, boolean deep) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return refused("has " + text.length() + " characters, where 1 to " + LONGEST + " are allowed");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x21 || c > 0x7E || UNSAFE.indexOf(c) >= 0) {
                return refused("has the character U+" + String.format(Locale.ROOT, "%04X", (int) c)
                        + ", which a canonical link does not have");
            }
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return refused("is not a valid link");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.isEmpty()) {
            return refused("names no scheme such as https");
        }
        return judge(text, uri, scheme, deep);
    }

    private Verdict judge(String text, URI uri, String scheme, boolean deep) {
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (deep == web) {
            return refused(
                    deep
                            ? "is a page of the web, which openUrl opens"
                            : "has the scheme " + scheme + ", and only https opens as a page");
        }
        if (deep && (!mayBeListed(scheme) || !schemes.contains(scheme))) {
            return refused("has the scheme " + scheme
                    + (mayBeListed(scheme) ? ", which your config does not list" : ", which is never opened"));
        }
        if (uri.isOpaque() || uri.getHost() == null) {
            return refused("has no plain host after " + scheme + "://");
        }
        if (uri.getRawUserInfo() != null) {
            return refused("names a user before its host");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String origin = scheme + "://" + host + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        boolean own = web && loopback.contains(origin);
        if (scheme.equals("http") && !own) {
            return refused("is plain http, which only a loopback origin of your config may be");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return refused("has no possible port");
        }
        if (!own && !(deep ? LABEL.matcher(host).matches() || isPublicName(host) : isPublicName(host))) {
            return refused("has a host that is no plain name");
        }
        return judgePath(text, uri, scheme, host, origin);
    }

    private static Verdict judgePath(String text, URI uri, String scheme, String host, String origin) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (path.contains("//") || ESCAPED.matcher(path).find()) {
            return refused("has a path that programs read differently");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return refused("has a path that programs read differently");
            }
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        String rest = path + query + fragment;
        String rebuilt = origin + rest;
        if (!text.equalsIgnoreCase(rebuilt) || !text.endsWith(rest)) {
            return refused("is not written in its canonical form");
        }
        return new Verdict.Canonical(rebuilt, scheme, host, uri.getPort());
    }

    /** A name of letters, digits and hyphens that no program takes for a number. */
    private static boolean isPublicName(String host) {
        if (host.length() > 253 || host.endsWith(".")) {
            return false;
        }
        String[] labels = host.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches() || !isHonest(label)) {
                return false;
            }
        }
        String last = labels[labels.length - 1];
        boolean number = last.chars().allMatch(Character::isDigit) || last.startsWith("0x");
        return !number;
    }

    /** A label in Punycode must be the one spelling of letters, digits and marks. */
    private static boolean isHonest(String label) {
        if (!label.startsWith("xn--")) {
            return label.length() < 4 || !label.startsWith("--", 2);
        }
        String shown = IDN.toUnicode(label, IDN.USE_STD3_ASCII_RULES);
        if (shown.equals(label) || !shown.codePoints().allMatch(LinkPolicy::isLetter)) {
            return false;
        }
        try {
            return IDN.toASCII(shown, IDN.USE_STD3_ASCII_RULES).equals(label)
                    && shown.codePoints().anyMatch(point -> point > 0x7F);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLetter(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || point == '-'
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static Verdict refused(String why) {
        return new Verdict.Refused(why);
    }

    /**
     * Whether two canonical links have the same scheme, host and port, and the second's path begins with all segments of the
     * first's.
     */
    public static boolean within(String base, String url) {
        URI outer = URI.create(base);
        URI inner = URI.create(url);
        String path = outer.getRawPath() == null ? "" : outer.getRawPath();
        String deeper = inner.getRawPath() == null ? "" : inner.getRawPath();
        String folder = path.endsWith("/") ? path : path + "/";
        return outer.getScheme().equals(inner.getScheme())
                && outer.getHost().equals(inner.getHost())
                && outer.getPort() == inner.getPort()
                && (deeper.equals(path) || (deeper + "/").startsWith(folder));
    }
}
