package dev.perch.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.api.RuntimeSnapshotEmitter;
import dev.perch.model.Problem;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.source.SnapshotCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every recording of the real app-server, said to the client again. */
final class RecordingReplayTest {
    private static final String FIRST = "+0";

    /** What is done to one message of a recording. */
    enum Harm {
        NONE,
        TWICE,
        DROPPED,
        CUT
    }

    /** One replay: what was told, session by session, and whether it ever called a waiting thread anything else. */
    static final class Replay implements RuntimeSnapshotEmitter {
        private final Map<String, List<String>> told = new LinkedHashMap<>();
        private final Set<String> asking = new LinkedHashSet<>();
        private final Map<String, String> askedBy = new LinkedHashMap<>();
        private final Set<String> lost = new LinkedHashSet<>();
        private final List<String> lies = new ArrayList<>();
        private final ReplayedServer server;
        private final Conversation conversation;
        private final WireCodec codec = new WireCodec(WireLimits.DEFAULT);
        private final Consumer<? super RuntimeSnapshot> reader;

        Replay(List<Recordings.Line> lines) throws IOException {
            this(lines, snapshot -> {});
        }

        /** @param reader takes what is told of threads */
        Replay(List<Recordings.Line> lines, Consumer<? super RuntimeSnapshot> reader) throws IOException {
            this.reader = reader;
            server = new ReplayedServer(lines);
            conversation = new Conversation(
                    new Talk(server, codec),
                    new ThreadBook(this::emit),
                    new LinkNews("replay", this),
                    new Backoff(new Random(1)),
                    new Conversation.Desks(new ApprovalDesk(token -> true), new TurnDesk()));
            conversation.hello();
            answerAll();
        }

        void play(List<Recordings.Line> lines, int victim, Harm harm, boolean slowly) throws IOException {
            long at = 0;
            for (int i = 0; i < lines.size(); i++) {
                Recordings.Line line = lines.get(i);
                while (slowly && at + CodexSource.TICK.toMillis() <= line.atMs()) {
                    at += CodexSource.TICK.toMillis();
                    conversation.ticked();
                    answerAll();
                }
                play(line, i == victim ? harm : Harm.NONE);
            }
        }

        private void play(Recordings.Line line, Harm harm) throws IOException {
            Fields message = line.message();
            note(line, message);
            if (!line.fromServer() || !message.has("method")) {
                return;
            }
            server.reached(message);
            if (harm == Harm.CUT || harm == Harm.DROPPED) {
                lost.add(String.valueOf(message.value("id")));
            }
            byte[] bytes = line.bytes();
            if (harm == Harm.CUT) {
                bytes = Arrays.copyOf(bytes, bytes.length / 2);
            }
            int times = harm == Harm.DROPPED ? 0 : harm == Harm.TWICE ? 2 : 1;
            for (int n = 0; n < times; n++) {
                hear(bytes);
                answerAll();
            }
            check(message);
        }

        /** What truly waits, by the recording itself. */
        private void note(Recordings.Line line, Fields message) {
            String id = message.has("id") ? message.value("id").toString() : "";
            String method = message.text("method");
            if (line.fromServer() && method.equals("serverRequest/resolved")) {
                asking.remove(String.valueOf(message.object("params").value("requestId")));
            } else if (line.fromServer() && method.equals("turn/completed")) {
                String thread = message.object("params").text("threadId");
                asking.removeIf(ask -> thread.equals(askedBy.get(ask)));
            } else if (line.fromServer() && !id.isEmpty() && !method.isEmpty()) {
                asking.add(id);
                askedBy.put(id, message.object("params").text("threadId"));
            } else if (!line.fromServer() && method.isEmpty()) {
                asking.remove(id);
            }
        }

        private void check(Fields message) {
            for (String ask : asking) {
                List<String> words = told.getOrDefault(askedBy.get(ask), List.of("nothing"));
                String now = words.get(words.size() - 1);
                boolean unknown = lost.contains(ask) && !server.waits(askedBy.get(ask)) && now.equals("working");
                if (!now.startsWith("waiting") && !unknown) {
                    lies.add(now + " while a request waits, after " + message.text("method"));
                }
            }
        }

        private void hear(byte[] bytes) throws IOException {
            try {
                conversation.take(codec.read(bytes));
            } catch (IOException cut) {
                conversation.unread("a message cut in half");
            }
        }

        private void answerAll() throws IOException {
            List<byte[]> answers = server.answers();
            while (!answers.isEmpty()) {
                for (byte[] answer : answers) {
                    hear(answer);
                }
                answers = server.answers();
            }
        }

        @Override
        public void emit(RuntimeSnapshot snapshot) {
            Problem refusal = SnapshotCheck.problem(snapshot, "replay");
            if (refusal != null) {
                lies.add(refusal.sentence());
            }
            if (!snapshot.session().id().equals(CodexSource.LINK)) {
                reader.accept(snapshot);
                List<String> words = told.computeIfAbsent(snapshot.session().id(), id -> new ArrayList<>());
                String word = String.valueOf(snapshot.metadata().get(RuntimeSnapshot.STATUS));
                if (words.isEmpty() || !words.get(words.size() - 1).equals(word)) {
                    words.add(word);
                }
            }
        }

        @Override
        public void problem(Problem problem) {
            // a cut message is one
        }

        /**
         * How every session stands at the end.
         *
         * @param looksAgain whether the client does, as after some time; after what it could not read it has done so at once
         */
        Map<String, String> end(boolean looksAgain) throws IOException {
            if (looksAgain) {
                conversation.ticked();
                answerAll();
            }
            Map<String, String> ends = new LinkedHashMap<>();
            told.forEach((session, words) -> ends.put(session, words.get(words.size() - 1)));
            return ends;
        }

        String states(int session) {
            return told.size() <= session
                    ? "nothing"
                    : String.join(" ", List.copyOf(told.values()).get(session));
        }

        long replies() {
            return server.heard().stream().filter(said -> !said.has("method")).count();
        }
    }

    @TestFactory
    Stream<DynamicTest> theStatesAreThoseThatWereExpected() throws IOException {
        Map<String, List<Recordings.Line>> all = Recordings.all();
        return Recordings.expected().entrySet().stream()
                .map(line -> DynamicTest.dynamicTest(line.getKey(), () -> {
                    String[] name =
                            (line.getKey().contains("+") ? line.getKey() : line.getKey() + FIRST).split("\\+", -1);
                    List<Recordings.Line> lines = of(all, name[0]);
                    for (boolean slowly : new boolean[] {false, true}) {
                        Replay replay = new Replay(lines);
                        replay.play(lines, -1, Harm.NONE, slowly);
                        assertEquals(line.getValue(), replay.states(Integer.parseInt(name[1])));
                        assertEquals(List.of(), replay.lies);
                        assertEquals(0, replay.replies());
                    }
                }));
    }

    @Test
    void everyRecordingIsInTheTable() throws IOException {
        Set<String> named = new LinkedHashSet<>();
        Recordings.expected().keySet().forEach(name -> named.add(name.split("[/+]", -1)[0]));
        assertEquals(Recordings.all().keySet(), named);
    }

    @Test
    void noHarmToOneMessageHidesThatSomethingWaits() throws IOException {
        harmEach(name -> name.matches("(elicitation|permissions|user-input-plan).*|.*-(cancel|interrupted|decline)"));
    }

    @Test
    @Tag("long")
    void noHarmToOneMessageOfAnyRecordingHidesThatSomethingWaits() throws IOException {
        harmEach(name -> true);
    }

    /** One message at a time: twice, not at all, or half of it. */
    private static void harmEach(Predicate<String> chosen) throws IOException {
        Map<String, List<Recordings.Line>> all = Recordings.all();
        List<String> lies = new ArrayList<>();
        int replays = 0;
        Set<String> names = new LinkedHashSet<>();
        Recordings.expected().keySet().forEach(name -> names.add(name.split("\\+", -1)[0]));
        names.removeIf(chosen.negate());
        for (String name : names) {
            List<Recordings.Line> lines = of(all, name);
            Replay whole = new Replay(lines);
            whole.play(lines, -1, Harm.NONE, false);
            Map<String, String> end = whole.end(true);
            for (int at = 0; at < lines.size(); at++) {
                if (!lines.get(at).fromServer() || !lines.get(at).message().has("method")) {
                    continue;
                }
                for (Harm harm : List.of(Harm.TWICE, Harm.DROPPED, Harm.CUT)) {
                    Replay replay = new Replay(lines);
                    replay.play(lines, at, harm, false);
                    replays++;
                    for (String lie : replay.lies) {
                        lies.add(name + " with line " + at + " " + harm + ": " + lie);
                    }
                    Map<String, String> ends = replay.end(harm == Harm.DROPPED);
                    boolean toldOnce = lines.get(at).message().text("method").equals("thread/archived");
                    if (!ends.equals(end) && !toldOnce) {
                        lies.add(name + " with line " + at + " " + harm + " ends with " + ends + " in place of " + end);
                    }
                    lies.addAll(replay.replies() == 0 ? List.of() : List.of(name + ": a reply nobody made"));
                }
            }
        }
        System.out.println(replays + " replays with one message harmed, " + lies.size() + " lies");
        assertEquals(List.of(), lies);
        assertTrue(replays > 100);
    }

    /** The lines of one client; where none is named, of the only one. */
    static List<Recordings.Line> of(Map<String, List<Recordings.Line>> all, String name) {
        String[] parts = name.split("/", -1);
        String client = parts.length > 1 ? parts[1] : "main";
        return all.getOrDefault(parts[0], List.of()).stream()
                .filter(line -> line.client().equals(client))
                .toList();
    }
}
