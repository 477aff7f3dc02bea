package dev.perch.lwjgl3;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.perch.runtime.PanelDesk;
import org.junit.jupiter.api.Test;

/** An item of a panel is chosen by what GLFW tells of its window's mouse and keyboard, and by nothing else. */
final class HandRulesTest {
    @Test
    void onlyThePanelsWindowChoosesForTheUser() {
        noClasses()
                .that()
                .doNotHaveSimpleName("PanelContent")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "choosing an item",
                        access -> access.getTargetOwner().isEquivalentTo(PanelDesk.class)
                                && access.getTarget().getName().equals("choose")))
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.perch.lwjgl3"));
    }
}
