import dev.perch.model.PackageSource;
import dev.perch.pack.DecodeProcess;
import dev.perch.pack.PackageLimits;
import dev.perch.pack.PackageSheets;
import dev.perch.pack.WebpEncoder;
import dev.perch.pack.check.PetCheck;
import dev.perch.pack.check.Verdict;
import dev.perch.pack.format.PetFormats;
import dev.perch.tools.sheets.Art;
import dev.perch.tools.sheets.ArtReader;
import dev.perch.tools.sheets.CodexPackage;
import dev.perch.tools.sheets.Delivery;
import dev.perch.tools.sheets.Filter;
import dev.perch.tools.sheets.Made;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a pet of a folder of pictures and judges it, as perch pack and perch validate do: PackFolder IN OUT CODECS. */
final class PackFolder {
    public static void main(String[] words) throws Exception {
        Path out = Path.of(words[1]);
        PackageLimits limits = PackageLimits.standard();
        DecodeProcess codecs = DecodeProcess.ofThisJvm(Path.of(words[2]), limits);

        Art art = new ArtReader(codecs, limits).read(Path.of(words[0]));
        CodexPackage.Options how = new CodexPackage.Options(
                0, List.of(1), CodexPackage.Sheets.WEBP, Filter.AUTO, Map.of("description", "Packed by a program."));
        Made pet = new CodexPackage(new WebpEncoder(codecs, limits)).pack(art, how);
        pet.notes().forEach(note -> System.err.println(note.sentence()));
        new Delivery(out, false).write(pet.files(), Set.of());

        Verdict verdict = new PetCheck(new PackageSheets(codecs, limits, PetFormats.all())).check(PackageSource.of(out));
        verdict.findings().forEach(finding -> System.out.println(finding.sentence()));
        System.out.println(verdict.opens() ? "opens" : "is refused");
    }
}
