package dev.perch.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An action as a pet's manifest declares it: data, which does nothing. Field by field what the manifest says. */
public sealed interface ActionSpec {
    /** How much it may do. */
    ActionClass actionClass();

    /** The word of the manifest for its kind. */
    String kind();

    /** The same as JSON, in a fixed order: what is hashed, and what is written down. */
    Map<String, Object> json();

    /** Something that the pet itself does. */
    record Pet(Deed deed, String argument) implements ActionSpec {
        /** What a pet can do. */
        public enum Deed {
            /** Comes back to the screen. */
            OPEN("open", ""),
            /** Goes out of sight. */
            TUCK("tuck", ""),
            /** Plays a clip once. */
            ANIMATE("animate", "clip"),
            /** Says a line. */
            SAY("say", "text");

            private final String word;
            private final String field;

            Deed(String word, String field) {
                this.word = word;
                this.field = field;
            }

            /** As a manifest writes it. */
            public String word() {
                return word;
            }

            /** The field of the manifest that holds the argument; empty for none. */
            public String field() {
                return field;
            }
        }

        @Override
        public ActionClass actionClass() {
            return ActionClass.FREE;
        }

        @Override
        public String kind() {
            return "pet";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("do", deed.word);
            if (!deed.field.isEmpty()) {
                json.put(deed.field, argument);
            }
            return json;
        }
    }

    /** The pet says what the sessions are doing. */
    record ShowStatus() implements ActionSpec {
        @Override
        public ActionClass actionClass() {
            return ActionClass.FREE;
        }

        @Override
        public String kind() {
            return "showStatus";
        }

        @Override
        public Map<String, Object> json() {
            return begun(this);
        }
    }

    /**
     * Shows a thread that exists. Its id comes from the host, never from the package.
     *
     * @param id of the one that was chosen; else empty, it is found when it is asked for
     */
    record OpenThread(Which which, String id) implements ActionSpec {
        /** One that is found when it is asked for. */
        public OpenThread(Which which) {
            this(which, "");
        }

        /** The one with that id, of which the user opened the card. */
        public static OpenThread chosen(String id) {
            return new OpenThread(Which.CHOSEN, id);
        }

        /** Which thread. */
        public enum Which {
            /** The one that the pet follows. */
            CURRENT("current"),
            /** One that waits for the user. */
            WAITING("waiting"),
            /** The one that was heard of last. */
            LATEST("latest"),
            /** The one whose card the user has open; for Perch's cards alone. */
            CHOSEN("chosen"),
            /** A new one; for skills alone. */
            NEW("new");

            private final String word;

            Which(String word) {
                this.word = word;
            }

            /** As a manifest writes it. */
            public String word() {
                return word;
            }
        }

        @Override
        public ActionClass actionClass() {
            return ActionClass.SHOWS;
        }

        @Override
        public String kind() {
            return "openThread";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("which", which.word);
            return json;
        }
    }

    /** Begins a thread in a workspace of the user's config, with a prompt that is filled in and not sent. */
    record NewThread(String workspace, String prompt) implements ActionSpec {
        @Override
        public ActionClass actionClass() {
            return ActionClass.BEGINS;
        }

        @Override
        public String kind() {
            return "newThread";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("workspace", workspace);
            json.put("prompt", prompt);
            return json;
        }
    }

    /** Opens a page of the web. */
    record OpenUrl(String url) implements ActionSpec {
        @Override
        public ActionClass actionClass() {
            return ActionClass.SHOWS;
        }

        @Override
        public String kind() {
            return "openUrl";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("url", url);
            return json;
        }
    }

    /** Opens a link of a program, whose scheme the user allows. */
    record OpenDeepLink(String url) implements ActionSpec {
        @Override
        public ActionClass actionClass() {
            return ActionClass.BEGINS;
        }

        @Override
        public String kind() {
            return "openDeepLink";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("url", url);
            return json;
        }
    }

    /** Has an agent use a skill that the user's config names. */
    record InvokeSkill(String skill, OpenThread.Which which, String prompt) implements ActionSpec {
        @Override
        public ActionClass actionClass() {
            return ActionClass.BEGINS;
        }

        @Override
        public String kind() {
            return "invokeSkill";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("skill", skill);
            json.put("which", which.word());
            json.put("prompt", prompt);
            return json;
        }
    }

    /** Runs a command of the user's {@code commands.json}. */
    record RunCommand(String name, Map<String, String> params) implements ActionSpec {
        /** Takes a copy, in its order. */
        public RunCommand {
            params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
        }

        @Override
        public ActionClass actionClass() {
            return ActionClass.RUNS;
        }

        @Override
        public String kind() {
            return "runCommand";
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = begun(this);
            json.put("name", name);
            json.put("params", params);
            return json;
        }
    }

    private static Map<String, Object> begun(ActionSpec spec) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", spec.kind());
        return json;
    }

    /** The word of a manifest for one of an enum's values, or null. */
    static OpenThread.@Nullable Which which(String word) {
        for (OpenThread.Which which : OpenThread.Which.values()) {
            if (which.word().equals(word)) {
                return which;
            }
        }
        return null;
    }
}
