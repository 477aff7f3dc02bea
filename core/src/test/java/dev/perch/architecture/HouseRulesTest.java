package dev.perch.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.badlogic.ashley.core.EntitySystem;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house plan of ARCHITECTURE.md as tests: who may look at whom, and what core does not do. */
final class HouseRulesTest {
    private static final Set<String> PLAIN_ROOMS = Set.of(
            "pack",
            "library",
            "source",
            "hooks",
            "activity",
            "anim",
            "gesture",
            "action",
            "place",
            "control",
            "settings",
            "bridge",
            "ingress",
            "status");
    private static final Set<String> LEVEL_TWO = Set.of(
            "pack",
            "library",
            "source",
            "hooks",
            "activity",
            "anim",
            "gesture",
            "action",
            "place",
            "control",
            "settings",
            "bridge",
            "ingress",
            "status",
            "render");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.perch");

    @TestFactory
    Stream<DynamicTest> theHouseStands() {
        return Stream.of(levels(), contents(), manners(), answers())
                .flatMap(List::stream)
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CORE)));
    }

    private static List<ArchRule> levels() {
        return List.of(
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .layer("model")
                        .definedBy("dev.perch.model")
                        .layer("api")
                        .definedBy(
                                "dev.perch.api",
                                "dev.perch.json",
                                "dev.perch.files",
                                "dev.perch.link",
                                "dev.perch.audit",
                                "dev.perch.text",
                                "dev.perch.local",
                                "dev.perch.client")
                        .layer("rooms")
                        .definedBy(inRooms(LEVEL_TWO))
                        .layer("ecs")
                        .definedBy("dev.perch.ecs")
                        .layer("runtime")
                        .definedBy("dev.perch.runtime..")
                        .whereLayer("runtime")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("ecs")
                        .mayOnlyBeAccessedByLayers("runtime")
                        .whereLayer("rooms")
                        .mayOnlyBeAccessedByLayers("ecs", "runtime")
                        .whereLayer("api")
                        .mayOnlyBeAccessedByLayers("rooms", "ecs", "runtime")
                        .because("arrows point down, from runtime to model"),
                slices().matching("dev.perch.(*)..").should().beFreeOfCycles(),
                slices().assignedFrom(roomsOfLevelTwo())
                        .should()
                        .notDependOnEachOther()
                        .because("what two rooms share is a value of model, or a port that runtime wires"));
    }

    private static List<ArchRule> contents() {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage("dev.perch.model")
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should(be(valueType())),
                classes()
                        .that()
                        .resideInAPackage("dev.perch.api")
                        .and()
                        .areTopLevelClasses()
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .beInterfaces()
                        .orShould(be(valueType())),
                classes()
                        .that()
                        .areAssignableTo(EntitySystem.class)
                        .should()
                        .resideInAPackage("dev.perch.ecs")
                        .because("systems live in ecs"),
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAssignableTo(EntitySystem.class)
                        .should()
                        .haveRawType(assignableToSystem())
                        .because("a system does not call another"),
                fields().that().areStatic().should().beFinal().because("there is no global state"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$")
                        .because("classes name things of the world"));
    }

    private static List<ArchRule> manners() {
        return List.of(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.badlogic.gdx.backends..",
                                "org.lwjgl..",
                                "com.sun.jna..",
                                "javax.swing..",
                                "java.util.logging..")
                        .because("core runs with no window and no backend"),
                noClasses()
                        .that()
                        .resideInAnyPackage("dev.perch.model", "dev.perch.api")
                        .or(inRooms(PLAIN_ROOMS))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.badlogic..")
                        .because("only render and ecs draw, and the root wires them"),
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.perch.ecs", "dev.perch.runtime..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.badlogic.ashley..")
                        .because("Ashley's types stay in ecs"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("com\\.badlogic\\.gdx\\.(utils\\.Json|Gdx)")
                        .because("Json loads classes that its input names, and Gdx.* is read in lwjgl3"),
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("dev.perch.runtime.SystemClock")
                        .should()
                        .callMethod(System.class, "nanoTime")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callConstructor(Random.class)
                        .because("time and chance are injected"),
                noClasses()
                        .that()
                        .haveNameNotMatching("dev\\.perch\\.(pack\\.DecodeProcess|bridge\\.StdioTransport).*")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(ProcessBuilder.class)
                        .because("one class a purpose starts processes"),
                noClasses()
                        .that()
                        .haveNameNotMatching("dev\\.perch\\.pack\\.DecodeChild.*")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .because("core has no console"));
    }

    /** The way of an answer to an agent, from the user's hand to the wire; what calls it from a window is the window's own test. */
    private static List<ArchRule> answers() {
        return List.of(
                onlyCaller("bridge.Talk", "bridge.Transport", "send"),
                onlyCaller("bridge.Talk", "bridge.WireCodec", "reply"),
                onlyCaller("bridge.Conversation", "bridge.Talk", "reply"),
                onlyCaller("runtime.UserApprovals", "bridge.ApprovalDesk", "answer"),
                onlyCaller("runtime.ApprovalPanel", "runtime.UserApprovals", "answer"),
                onlyCaller("runtime.PanelDesk", "runtime.QuestionPanel", "choose"),
                onlyCaller("runtime.PanelDesk", "runtime.PanelDesk", "choose"));
    }

    private static ArchRule onlyCaller(String caller, String of, String method) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.perch." + caller)
                .and()
                .doNotHaveFullyQualifiedName("dev.perch." + of)
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        of + "." + method,
                        access -> access.getTargetOwner().getName().equals("dev.perch." + of)
                                && access.getTarget().getName().equals(method)))
                .because("no answer leaves but by the user's hand: " + caller + " alone calls it");
    }

    private static DescribedPredicate<JavaClass> inRooms(Set<String> rooms) {
        return DescribedPredicate.describe("in rooms " + rooms, type -> rooms.contains(room(type)));
    }

    private static DescribedPredicate<JavaClass> valueType() {
        return DescribedPredicate.describe(
                "a record, an enum or an interface", type -> type.isRecord() || type.isEnum() || type.isInterface());
    }

    private static DescribedPredicate<JavaClass> assignableToSystem() {
        return DescribedPredicate.describe("a system", type -> type.isAssignableTo(EntitySystem.class));
    }

    private static SliceAssignment roomsOfLevelTwo() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String room = room(type);
                return LEVEL_TWO.contains(room) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "rooms of level 2";
            }
        };
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith("dev.perch.") ? name.substring("dev.perch.".length()) : "";
    }
}
