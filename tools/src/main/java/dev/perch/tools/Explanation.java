package dev.perch.tools;

import dev.perch.model.Problem;
import dev.perch.runtime.ProblemException;
import dev.perch.text.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/**
 * What the user is told of a fault that ended a command.
 *
 * @param exitCode 2 when the user can mend it with other words, else 1
 * @param sentence where, what and what to do
 */
record Explanation(int exitCode, String sentence) {
    private static final int MOST_POINTS = 300;

    static Explanation of(Throwable fault) {
        if (fault instanceof ProblemException known) {
            return new Explanation(ExitCode.USAGE, String.valueOf(known.getMessage()));
        }
        if (fault instanceof UncheckedIOException && fault.getCause() != null) {
            return of(fault.getCause());
        }
        if (fault instanceof FileSystemException known && known.getFile() != null) {
            return ofFile(known, VisibleText.shown(known.getFile(), MOST_POINTS));
        }
        if (fault instanceof IOException known) {
            return new Explanation(ExitCode.SOFTWARE, said(known, "a file or a stream", "try again"));
        }
        return new Explanation(
                ExitCode.SOFTWARE, said(fault, "an error of Perch itself", "please report it with what you typed"));
    }

    private static Explanation ofFile(FileSystemException fault, String file) {
        if (fault instanceof FileAlreadyExistsException) {
            return bad(file, "is there already", "name another one, or move this one away");
        }
        if (fault instanceof DirectoryNotEmptyException) {
            return bad(file, "is a folder", "name a file");
        }
        if (fault instanceof NotDirectoryException) {
            return bad(file, "is no folder", "name a folder");
        }
        if (fault instanceof NoSuchFileException) {
            return bad(file, "there is no such file or folder", "check the path");
        }
        if (fault instanceof AccessDeniedException) {
            return failed(file, "the system does not permit it", "check who may read and write there");
        }
        String reason = fault.getReason();
        return failed(
                file,
                reason == null ? "cannot be read or written" : VisibleText.shown(reason, MOST_POINTS),
                "mend that and try again");
    }

    private static Explanation bad(String where, String what, String remedy) {
        return new Explanation(
                ExitCode.USAGE, Problem.error(where, what, remedy).sentence());
    }

    private static Explanation failed(String where, String what, String remedy) {
        return new Explanation(
                ExitCode.SOFTWARE, Problem.error(where, what, remedy).sentence());
    }

    private static String said(Throwable fault, String where, String remedy) {
        @Nullable String message = fault.getMessage();
        String what = message == null ? fault.getClass().getSimpleName() : VisibleText.shown(message, MOST_POINTS);
        return Problem.error(where, what, remedy).sentence();
    }
}
