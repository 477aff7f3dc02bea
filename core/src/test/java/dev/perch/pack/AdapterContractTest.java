package dev.perch.pack;

import dev.perch.api.CompatiblePetPackageAdapter;
import dev.perch.pack.format.PetFormats;
import dev.perch.testkit.AdapterContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What authors of adapters are asked to keep, kept by adapters of Perch: of a JSON manifest, of XML, of single pictures. */
final class AdapterContractTest {
    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicNode> perchsOwnAdaptersKeepTheContract() {
        return Stream.of(
                contract("codex-pet", "codex-v1", "nothing"),
                contract("shimeji-ee", "shimeji", "shimeji-no-stand"),
                contract("clawd-theme", "clawd", "clawd-svg"));
    }

    private DynamicNode contract(String id, String good, String bad) {
        CompatiblePetPackageAdapter adapter = PetFormats.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Dialects.Good opens = Dialects.good().stream()
                .filter(each -> each.name().equals(good))
                .findFirst()
                .orElseThrow();
        Dialects.Bad refused = Dialects.bad().stream()
                .filter(each -> each.name().equals(bad) && !each.opens())
                .findFirst()
                .orElseThrow();
        try {
            Path work = Files.createDirectory(temp.resolve(id));
            opens.files().folder(work.resolve("good"));
            refused.files().folder(work.resolve(bad));
            return DynamicContainer.dynamicContainer(
                    id,
                    AdapterContract.of(adapter, work, work.resolve("good"), Map.of(work.resolve(bad), refused.says())));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
