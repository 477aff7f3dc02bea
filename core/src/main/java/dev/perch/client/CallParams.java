package dev.perch.client;

import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, taken out by name; what nobody took is refused. */
public final class CallParams {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final Map<?, ?> params;
    private final Set<Object> taken = new LinkedHashSet<>();

    /** Those of a call. */
    public CallParams(RpcCall call) {
        this(call.params());
    }

    private CallParams(Map<?, ?> params) {
        this.params = params;
    }

    /** The value of that name, whatever it is; null: there is none. */
    public @Nullable Object take(String name) {
        taken.add(name);
        return params.get(name);
    }

    /** Whether there is one of that name. */
    boolean has(String name) {
        return params.containsKey(name);
    }

    /** A name of a thread, a turn, a client or a delivery. */
    public String id(String name) throws RpcFault {
        String id = text(name, 64);
        if (!ID.matcher(id).matches()) {
            throw bad(name + " has 1 to 64 of A-Z, a-z, 0-9, dot, underscore, colon and hyphen.");
        }
        return id;
    }

    /** The same, or empty where there is none. */
    public String idOrNone(String name) throws RpcFault {
        return params.containsKey(name) ? id(name) : "";
    }

    /** Different names of the same kind; none where there is no such list. */
    public Set<String> ids(String name, int most) throws RpcFault {
        Set<String> ids = new LinkedHashSet<>();
        for (Object one : params.containsKey(name) ? list(name, most) : List.of()) {
            ids.add(of(Map.of(name, String.valueOf(one))).id(name));
        }
        return ids;
    }

    /** Different absolute paths; none where there is no such list. */
    Set<String> paths(String name, int most) throws RpcFault {
        Set<String> paths = new LinkedHashSet<>();
        for (Object one : params.containsKey(name) ? list(name, most) : List.of()) {
            if (!(one instanceof String path) || !path.startsWith("/") || path.length() > 4096) {
                throw bad(name + " is a list of absolute paths.");
            }
            paths.add(path);
        }
        return paths;
    }

    /** A text that is not empty. */
    public String text(String name, int mostChars) throws RpcFault {
        if (take(name) instanceof String text && !text.isEmpty() && text.length() <= mostChars) {
            return text;
        }
        throw bad(name + " is a text of 1 to " + mostChars + " characters.");
    }

    /** The same, or another where there is none. */
    public String textOr(String name, int mostChars, String otherwise) throws RpcFault {
        return params.containsKey(name) ? text(name, mostChars) : otherwise;
    }

    /** A whole number, or another where there is none. */
    public long whole(String name, long least, long most, long otherwise) throws RpcFault {
        Object value = take(name);
        if (!params.containsKey(name)) {
            return otherwise;
        }
        if ((value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= least
                && ((Number) value).longValue() <= most) {
            return ((Number) value).longValue();
        }
        throw bad(name + " is a whole number from " + least + " to " + most + ".");
    }

    /** The object of that name; one with nothing in it where there is none. */
    public CallParams object(String name) throws RpcFault {
        Object value = take(name);
        if (!params.containsKey(name)) {
            return new CallParams(Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new CallParams(map);
        }
        throw bad(name + " is an object.");
    }

    /** A list. */
    public List<?> list(String name, int most) throws RpcFault {
        if (take(name) instanceof List<?> list && list.size() <= most) {
            return list;
        }
        throw bad(name + " is a list of at most " + most + ".");
    }

    /** All of them. */
    public Map<?, ?> map() {
        return params;
    }

    /** Nothing else was given. */
    public void end() throws RpcFault {
        if (!taken.containsAll(params.keySet())) {
            throw bad("there is a parameter that this method does not take; see its document.");
        }
    }

    /** What was given cannot be, as the sentence says. */
    public static RpcFault bad(String sentence) {
        return new RpcFault(RpcFault.BAD_PARAMS, sentence);
    }

    /** Those of an object in a call. */
    public static CallParams of(Map<?, ?> map) {
        return new CallParams(map);
    }
}
