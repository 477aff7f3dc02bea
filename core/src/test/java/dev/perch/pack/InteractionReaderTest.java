package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.model.ActionSpec;
import dev.perch.model.Interactions;
import dev.perch.model.PackageSource;
import dev.perch.model.Problem;
import dev.perch.model.Trigger;
import dev.perch.pack.format.PetFormats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class InteractionReaderTest {
    private static final String HI = "'actions':{'hi':{'kind':'pet','do':'say','text':'Hello'}}";

    @Test
    void aBlockOfEveryKindIsReadAndWrittenBackTheSame() throws IOException {
        Interactions all = right(EveryKind.BLOCK);
        assertEquals(
                8,
                all.bindings().stream().map(Interactions.Binding::on).distinct().count());
        assertEquals(
                8,
                all.actions().values().stream().map(ActionSpec::kind).distinct().count());
        assertEquals(all, InteractionBlocks.sealed(InteractionBlocks.written(all)));
    }

    @Test
    void theSealKeepsTheBlock(@TempDir Path folder) throws IOException {
        String manifest = "{\"id\":\"blob\",\"spritesheetPath\":\"sheet.png\",\"interactions\":"
                + EveryKind.BLOCK.replace('\'', '"') + "}";
        PackageSource pet =
                TestPet.of(TestSheet.v1(192)).with("pet.json", manifest).folder(folder.resolve("pet"));
        PackageLoader loader =
                new PackageLoader(folder.resolve("store"), Decoders.real(), PackageLimits.standard(), PetFormats.all());
        for (int time = 0; time < 2; time++) {
            PackageReport.Opened opened = TestPet.opened(loader.load(pet, 0));
            assertEquals(right(EveryKind.BLOCK), opened.pet().interactions());
            assertEquals(0, opened.problems().size(), () -> opened.problems().toString());
        }
    }

    @Test
    void aPetpackHasTheBlockOfItsPetJson(@TempDir Path folder) throws IOException {
        String manifest =
                "{\"spritesheetPath\":\"sheet.png\",\"interactions\":" + EveryKind.BLOCK.replace('\'', '"') + "}";
        PackageSource pet = TestPet.of(TestSheet.v1(192))
                .with("pet.json", manifest)
                .with("petpack.json", "{\"format\":\"codex-petpack\",\"formatVersion\":1}")
                .folder(folder.resolve("pet"));
        PackageReport.Opened opened = TestPet.opened(
                new PackageLoader(folder.resolve("store"), Decoders.real(), PackageLimits.standard(), PetFormats.all())
                        .load(pet, 0));
        assertEquals("codex-petpack", opened.sheet().format());
        assertEquals(right(EveryKind.BLOCK), opened.pet().interactions());
    }

    @Test
    void aSpoiltBlockIsDroppedWithItsReasonAndThePetShows(@TempDir Path folder) throws IOException {
        String manifest =
                "{\"id\":\"blob\",\"spritesheetPath\":\"sheet.png\",\"interactions\":{\"schema\":1,\"schema\":1}}";
        PackageSource pet =
                TestPet.of(TestSheet.v1(192)).with("pet.json", manifest).folder(folder.resolve("pet"));
        PackageLoader loader =
                new PackageLoader(folder.resolve("store"), Decoders.real(), PackageLimits.standard(), PetFormats.all());
        PackageReport.Opened opened = TestPet.opened(loader.load(pet, 0));
        assertEquals(Interactions.NONE, opened.pet().interactions());
        assertTrue(TestPet.sentence(opened.problems().get(0)).contains("has a field twice"));
    }

    @Test
    void bindingsAreMatchedInTheirOrderByWhatTheyName() {
        Interactions read = right("{'schema':1," + HI + ",'regions':{'head':[40,0,100,90]},"
                + "'bindings':[{'on':'click','region':'head','do':'hi'},{'on':'click','do':'hi','cooldownMs':500}]}");
        assertEquals("head", read.bindings().get(0).region());
        assertEquals(500, read.bindings().get(1).cooldownMillis());
        assertEquals(Trigger.CLICK, read.bindings().get(1).on());
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoBlockIsDroppedInOneSentence() {
        String bound = "{'schema':1," + HI + ",'bindings':[%s]}";
        String acts = "{'schema':1,'actions':{'a':%s}}";
        String seventeen = Stream.iterate(0, i -> i + 1)
                .limit(17)
                .map(i -> "{'on':'key','key':'F" + (i % 12 + 1) + "','modifiers':" + (i < 12 ? "[]" : "['ctrl']")
                        + ",'do':'hi'}")
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return Map.ofEntries(
                        Map.entry("[]", "is not valid JSON"),
                        Map.entry("{}", "schema: is no whole number from 1 to 1"),
                        Map.entry("{'schema':2}", "schema: is no whole number"),
                        Map.entry("{'schema':1,'script':'x'}", "unknown field \"script\""),
                        Map.entry(bound.formatted("{'on':'shake','do':'hi'}"), "is \"shake\", which is none of click"),
                        Map.entry(bound.formatted("{'on':'load','do':'hi'}"), "which is none of"),
                        Map.entry(bound.formatted("{'on':'wake','do':'hi'}"), "which is none of"),
                        Map.entry(bound.formatted(seventeen), "has 17 entries, where 16 are allowed"),
                        Map.entry(bound.formatted("{'on':'click','do':'ho'}"), "names \"ho\", which is not declared"),
                        Map.entry(bound.formatted("{'on':'click','do':'hi','do2':1}"), "unknown field \"do2\""),
                        Map.entry(
                                bound.formatted("{'on':'click','do':'hi'},{'on':'click','do':'hi'}"),
                                "binds what another has bound"),
                        Map.entry(bound.formatted("{'on':'click','region':'nose','do':'hi'}"), "which is not declared"),
                        Map.entry(bound.formatted("{'on':'click','do':'hi','cooldownMs':1}"), "from 250 to 60000"),
                        Map.entry(
                                bound.formatted("{'on':'key','key':'a','do':'hi'}"), "a letter with nothing held down"),
                        Map.entry(bound.formatted("{'on':'key','key':'F13','do':'hi'}"), "is neither F1 to F12 nor"),
                        Map.entry(bound.formatted("{'on':'key','do':'hi'}"), "key: is missing"),
                        Map.entry(
                                bound.formatted("{'on':'click','accept':{'kinds':['text']},'do':'hi'}"),
                                "stands beside"),
                        Map.entry(
                                bound.formatted("{'on':'drop','accept':{'kinds':['link']},'do':'hi'}"),
                                "which is none of text"),
                        Map.entry(acts.formatted("{'kind':'shell','run':'rm'}"), "is \"shell\", which is none of pet"),
                        Map.entry(acts.formatted("{'kind':'approve'}"), "which is none of"),
                        Map.entry(acts.formatted("{'kind':'pet','do':'say','text':'a\\u202eb'}"), "U+202E"),
                        Map.entry(acts.formatted("{'kind':'openUrl','url':'javascript:alert(1)'}"), "only https opens"),
                        Map.entry(acts.formatted("{'kind':'openUrl','url':'https://user@host.org/'}"), "names a user"),
                        Map.entry(acts.formatted("{'kind':'openUrl','url':'-flag'}"), "names no scheme"),
                        Map.entry(
                                acts.formatted("{'kind':'openDeepLink','url':'file:///etc/passwd'}"),
                                "which is never opened"),
                        Map.entry(
                                acts.formatted("{'kind':'runCommand','name':'x','argv':['a']}"),
                                "unknown field \"argv\""),
                        Map.entry(acts.formatted("{'kind':'openThread','which':'t-1'}"), "which is none of current"),
                        Map.entry(
                                "{'schema':1,'actions':{'go':{'kind':'openUrl','url':'https://a.org/'}},"
                                        + "'bindings':[{'on':'hover','do':'go'}]}",
                                "needs a permission, which hover cannot ask for"),
                        Map.entry(
                                "{'schema':1," + HI + ",'menu':[{'label':'" + "x".repeat(41) + "','do':'hi'}]}",
                                "more than 40"),
                        Map.entry("{'schema':1,'reactions':{'click':'No Clip'}}", "names no clip"),
                        Map.entry("{'schema':1,'regions':{'a':[0,0,193,1]}}", "from 1 to 192"))
                .entrySet()
                .stream()
                .map(test -> DynamicTest.dynamicTest(test.getValue(), () -> {
                    String said = dropped(test.getKey());
                    assertTrue(said.contains(test.getValue()), said);
                }));
    }

    @Test
    void aLabelOfFiveMegabytesIsRefusedInOneSentence() {
        String said = dropped("{'schema':1," + HI + ",'menu':[{'label':'" + "x".repeat(5 << 20) + "','do':'hi'}]}");
        assertTrue(said.contains("at most 16 levels and 4096 letters"), said);
    }

    static Interactions right(String block) {
        InteractionBlocks.Verdict verdict = judge(block);
        return assertInstanceOf(InteractionBlocks.Verdict.Right.class, verdict, verdict::toString)
                .interactions();
    }

    private static String dropped(String block) {
        Problem why = assertInstanceOf(InteractionBlocks.Verdict.Dropped.class, judge(block))
                .why();
        assertEquals(Problem.Severity.WARNING, why.severity());
        return TestPet.sentence(why);
    }

    private static InteractionBlocks.Verdict judge(String block) {
        return InteractionBlocks.judge("interactions", block.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
