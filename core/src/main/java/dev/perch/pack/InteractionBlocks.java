package dev.perch.pack;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.perch.json.JsonTree;
import dev.perch.json.StrictJson;
import dev.perch.model.Interactions;
import dev.perch.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The one judge of {@code interactions} blocks: what it says of one is what an import says. Safe for threads. */
public final class InteractionBlocks {
    private static final StrictJson JSON = new StrictJson(new StrictJson.Limits(16, 4096, 4096, 100, 65_536));

    private InteractionBlocks() {}

    /** The verdict on a block. */
    public sealed interface Verdict {
        /** It is right. */
        record Right(Interactions interactions) implements Verdict {}

        /** It is dropped, for that reason; the pet shows without it. */
        record Dropped(Problem why) implements Verdict {}
    }

    /**
     * Judges a block.
     *
     * @param where what to call it
     * @param json the block alone, one JSON object
     */
    public static Verdict judge(String where, byte[] json) {
        try (JsonParser parser = JSON.parser(json, 0, json.length)) {
            return new Verdict.Right(InteractionReader.read(where, JsonTree.readObject(parser)));
        } catch (Refusal why) {
            return new Verdict.Dropped(InteractionReader.dropped(why.problem()));
        } catch (JsonProcessingException e) {
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            return dropped(
                    where, twice ? "has a field twice" : "is not valid JSON of at most 16 levels and 4096 letters");
        } catch (IOException e) {
            return dropped(where, "is not UTF-8 text");
        }
    }

    private static Verdict dropped(String where, String what) {
        return new Verdict.Dropped(InteractionReader.dropped(Problem.error(where, what, "correct it")));
    }

    /** As it is sealed. */
    static byte[] written(Interactions interactions) {
        return JsonTree.line(interactions.json()).getBytes(StandardCharsets.UTF_8);
    }

    /** From a seal, whose checksum was right. */
    static Interactions sealed(byte[] json) throws IOException {
        Verdict verdict = judge("seal", json);
        if (verdict instanceof Verdict.Right right) {
            return right.interactions();
        }
        throw new IOException("not what was sealed");
    }

    /** The first clip that is named and not there; null: all are. */
    static @Nullable String missingClip(Interactions interactions, java.util.Set<String> clips) {
        for (var clip : interactions.reactions().values()) {
            if (!clips.contains(clip.id())) {
                return clip.id();
            }
        }
        for (var spec : interactions.actions().values()) {
            if (spec instanceof dev.perch.model.ActionSpec.Pet pet
                    && pet.deed() == dev.perch.model.ActionSpec.Pet.Deed.ANIMATE
                    && !clips.contains(pet.argument())) {
                return pet.argument();
            }
        }
        return null;
    }
}
