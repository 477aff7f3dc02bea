package dev.perch.activity;

import com.fasterxml.jackson.core.JsonParser;
import dev.perch.activity.SessionMarks.Mark;
import dev.perch.files.KeptFile;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.SessionId;
import dev.perch.model.SourceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants of sessions, as JSON: {@code {"version":1,"sessions":[{"session":"…","pinned":true,"muted":false}]}}; an
 * unnamed session has its {@code source} besides.
 */
public final class MarksJson {
    /** 500 sessions, each with two names of 64 characters. */
    private static final int MOST_BYTES = 128 * 1024;

    /** How marks are kept. */
    public static final KeptFile.Form<SessionMarks> FORM = new KeptFile.Form<>(
            "sessions.json",
            "the sessions that you keep first or mute",
            MOST_BYTES,
            SessionMarks.NONE,
            MarksJson::write,
            MarksJson::read);

    private static final int VERSION = 1;
    private static final StrictJson STRICT =
            new StrictJson(new StrictJson.Limits(4, 16, 64, 4, 10L * SessionMarks.MOST + 10));

    private MarksJson() {}

    static byte[] write(SessionMarks marks) {
        List<Map<String, Object>> sessions = new ArrayList<>();
        marks.all().forEach((key, mark) -> {
            Map<String, Object> session = new LinkedHashMap<>();
            session.put("session", key.session().id());
            if (key.source() != null) {
                session.put("source", key.source().id());
            }
            session.put("pinned", mark.pinned());
            session.put("muted", mark.muted());
            sessions.add(session);
        });
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", VERSION);
        all.put("sessions", sessions);
        return JsonTree.page(all).getBytes(StandardCharsets.UTF_8);
    }

    static SessionMarks read(byte[] bytes) throws IOException {
        Map<String, @Nullable Object> all;
        try (JsonParser parser = STRICT.parser(bytes, 0, bytes.length)) {
            all = JsonTree.readObject(parser);
        }
        if (!Integer.valueOf(VERSION).equals(all.get("version"))
                || !(all.get("sessions") instanceof List<?> sessions)) {
            throw new IOException("no sessions of version " + VERSION);
        }
        SessionMarks marks = SessionMarks.NONE;
        for (Object session : sessions) {
            if (!(session instanceof Map<?, ?> told)) {
                throw new IOException("a session that is no object");
            }
            marks = marks.with(key(told), new Mark(truth(told, "pinned"), truth(told, "muted")));
        }
        return marks;
    }

    private static SessionKey key(Map<?, ?> told) throws IOException {
        SessionId session = new SessionId(name(told.get("session")));
        boolean named = !session.equals(SessionId.MAIN);
        return new SessionKey(session, named ? null : new SourceId(name(told.get("source"))));
    }

    private static String name(@Nullable Object told) throws IOException {
        if (told instanceof String name && SessionId.isId(name)) {
            return name;
        }
        throw new IOException("a session with no name");
    }

    private static boolean truth(Map<?, ?> told, String key) throws IOException {
        if (told.get(key) instanceof Boolean truth) {
            return truth;
        }
        throw new IOException(key + " is neither true nor false");
    }
}
