package dev.perch.action;

import dev.perch.model.ActionSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an allowed action does, with everything in it settled: the strings here are those that were shown. */
public sealed interface Effect {
    /** What it does, in plain words that follow the pet's name: "wants to …". */
    String what();

    /** The whole target, a line each; these very strings are carried out. */
    List<String> lines();

    /** The pet itself does something. */
    record Deed(ActionSpec.Pet pet) implements Effect {
        @Override
        public String what() {
            return pet.deed().word();
        }

        @Override
        public List<String> lines() {
            return pet.argument().isEmpty() ? List.of() : List.of(pet.argument());
        }
    }

    /** The pet says what the sessions do. */
    record Status() implements Effect {
        @Override
        public String what() {
            return "show the status";
        }

        @Override
        public List<String> lines() {
            return List.of();
        }
    }

    /** A thread is shown. */
    record ShowThread(ActionSpec.OpenThread.Which which) implements Effect {
        @Override
        public String what() {
            return "show a thread";
        }

        @Override
        public List<String> lines() {
            return List.of("the " + which.word() + " thread");
        }
    }

    /** A thread is begun with a prompt that waits for the user. */
    record BeginThread(String workspace, Path folder, String prompt, List<Path> files) implements Effect {
        @Override
        public String what() {
            return "begin a thread, with this prompt filled in and not sent";
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(folder.toString());
            lines.addAll(List.of(filledIn().split("\n", -1)));
            return List.copyOf(lines);
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
        public List<String> lines() {
            return List.of(url);
        }
    }

    /** An agent uses a skill. */
    record UseSkill(String skill, ActionSpec.OpenThread.Which which, String prompt) implements Effect {
        @Override
        public String what() {
            return "have an agent use a skill, with this prompt filled in and not sent";
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(skill);
            lines.add("in the " + which.word() + " thread");
            if (!prompt.isEmpty()) {
                lines.addAll(List.of(prompt.split("\n", -1)));
            }
            return List.copyOf(lines);
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
        public List<String> lines() {
            List<String> lines = new ArrayList<>(argv);
            lines.add("in " + (cwd == null ? "your home folder" : cwd));
            if (!env.isEmpty()) {
                lines.add("sees " + String.join(", ", env));
            }
            return List.copyOf(lines);
        }
    }
}
