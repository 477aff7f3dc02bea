package dev.perch.action;

import dev.perch.model.ActionSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an allowed action does, with everything in it settled: the strings here are those that were shown. */
public sealed interface Effect {
    /** What it does, in plain words that follow the pet's name: "wants to …". */
    String what();

    /** The whole target; the texts in it are the very strings that are carried out. */
    List<Part> parts();

    /** What a grant for it is bound to; as a rule the whole target. */
    default List<Part> bound() {
        return parts();
    }

    /** The texts of the whole target alone. */
    default List<String> lines() {
        return parts().stream().map(Part::text).toList();
    }

    /**
     * A piece of a target.
     *
     * @param label what it is, in Perch's words; no colon in it
     * @param text as it is carried out; one line
     */
    record Part(String label, String text) {
        /** All of them for a reader and for a grant's key, one a line. */
        static String all(List<Part> parts) {
            return parts.stream().map(part -> part.label + ": " + part.text).collect(Collectors.joining("\n"));
        }

        private static List<Part> each(String label, String text) {
            return Stream.of(text.split("\n", -1))
                    .map(line -> new Part(label, line))
                    .toList();
        }

        private static List<Part> program(List<String> argv) {
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < argv.size(); i++) {
                parts.add(new Part(i == 0 ? "program" : "argument " + i, argv.get(i)));
            }
            return parts;
        }
    }

    /** The pet itself does something. */
    record Deed(ActionSpec.Pet pet) implements Effect {
        @Override
        public String what() {
            return pet.deed().word();
        }

        @Override
        public List<Part> parts() {
            return pet.argument().isEmpty() ? List.of() : List.of(new Part("what", pet.argument()));
        }
    }

    /** The pet says what the sessions do. */
    record Status() implements Effect {
        @Override
        public String what() {
            return "show the status";
        }

        @Override
        public List<Part> parts() {
            return List.of();
        }
    }

    /**
     * A thread is shown.
     *
     * @param thread its id, {@code [A-Za-z0-9_-]{1,64}}
     * @param opener the user's command line for where no program opens {@code codex://} links; empty: none
     */
    record ShowThread(ActionSpec.OpenThread.Which which, String thread, List<String> opener) implements Effect {
        /** What stands for the thread's id in an opener. */
        public static final String ID = "{threadId}";

        /** Takes a copy. */
        public ShowThread {
            opener = List.copyOf(opener);
        }

        @Override
        public String what() {
            return "show the " + which.word() + " thread";
        }

        @Override
        public List<Part> parts() {
            return parts(thread);
        }

        /** Which thread it is changes from day to day; the grant is for the way in which that one is opened. */
        @Override
        public List<Part> bound() {
            return parts(ID);
        }

        private List<Part> parts(String id) {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part("link of the " + which.word() + " thread", "codex://threads/" + id));
            parts.addAll(Part.program(
                    opener.stream().map(word -> word.equals(ID) ? id : word).toList()));
            return List.copyOf(parts);
        }
    }

    /** A thread is begun with a prompt that waits for the user. */
    record BeginThread(String workspace, Path folder, String prompt, List<Path> files) implements Effect {
        @Override
        public String what() {
            return "begin a thread, with this prompt filled in and not sent";
        }

        @Override
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part("folder", folder.toString()));
            parts.addAll(Part.each("prompt", filledIn()));
            return List.copyOf(parts);
        }

        /** What waits for the user in the new thread: the prompt, and under it the files. */
        public String filledIn() {
            StringBuilder text = new StringBuilder(prompt);
            files.forEach(file -> text.append('\n').append(file));
            return text.toString();
        }
    }

    /** A link in its canonical form is opened. */
    record OpenLink(String url, boolean page) implements Effect {
        /** Whose it is; empty for a link of a program that names nobody. */
        public String host() {
            String host = URI.create(url).getHost();
            return host == null ? "" : host;
        }

        @Override
        public String what() {
            return page ? "open a web page" : "open a link in another program";
        }

        @Override
        public List<Part> parts() {
            return List.of(new Part("link", url));
        }
    }

    /** An agent uses a skill. */
    record UseSkill(String skill, ActionSpec.OpenThread.Which which, String prompt) implements Effect {
        @Override
        public String what() {
            return "have an agent use a skill, with this prompt filled in and not sent";
        }

        @Override
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            parts.add(new Part("thread", which.word()));
            parts.addAll(Part.each("prompt", filledIn()));
            return List.copyOf(parts);
        }

        /** What waits for the user: Codex takes a skill's name after a dollar sign as a call of it. */
        public String filledIn() {
            return "$" + skill + (prompt.isEmpty() ? "" : " " + prompt);
        }
    }

    /**
     * A program is run, with no shell.
     *
     * @param argv the program and its arguments
     * @param cwd null: the user's home
     * @param env names of variables that it sees
     * @param timeoutMillis after which it is ended; 0: it may go on as long as it likes, as a terminal does
     */
    record Run(String name, List<String> argv, @Nullable Path cwd, List<String> env, int timeoutMillis)
            implements Effect {
        /** Takes copies. */
        public Run {
            argv = List.copyOf(argv);
            env = List.copyOf(env);
        }

        @Override
        public String what() {
            return "run a program on this machine";
        }

        @Override
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>(Part.program(argv));
            parts.add(new Part("folder", cwd == null ? "your home folder" : cwd.toString()));
            if (!env.isEmpty()) {
                parts.add(new Part("sees", String.join(", ", env)));
            }
            return List.copyOf(parts);
        }
    }
}
