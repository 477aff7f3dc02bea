package dev.perch.hooks;

import dev.perch.model.ActivityCategory;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tools of agents are for, by the names that hooks give them. */
final class HookTool {
    private static final Map<String, ActivityCategory> KNOWN = Map.ofEntries(
            Map.entry("bash", ActivityCategory.RUNNING_COMMAND),
            Map.entry("bashoutput", ActivityCategory.RUNNING_COMMAND),
            Map.entry("shell", ActivityCategory.RUNNING_COMMAND),
            Map.entry("exec_command", ActivityCategory.RUNNING_COMMAND),
            Map.entry("run_shell_command", ActivityCategory.RUNNING_COMMAND),
            Map.entry("read", ActivityCategory.READING),
            Map.entry("notebookread", ActivityCategory.READING),
            Map.entry("read_file", ActivityCategory.READING),
            Map.entry("read_many_files", ActivityCategory.READING),
            Map.entry("view_image", ActivityCategory.READING),
            Map.entry("edit", ActivityCategory.EDITING),
            Map.entry("multiedit", ActivityCategory.EDITING),
            Map.entry("strreplace", ActivityCategory.EDITING),
            Map.entry("write", ActivityCategory.EDITING),
            Map.entry("notebookedit", ActivityCategory.EDITING),
            Map.entry("apply_patch", ActivityCategory.EDITING),
            Map.entry("write_file", ActivityCategory.EDITING),
            Map.entry("replace", ActivityCategory.EDITING),
            Map.entry("grep", ActivityCategory.SEARCHING),
            Map.entry("glob", ActivityCategory.SEARCHING),
            Map.entry("ls", ActivityCategory.SEARCHING),
            Map.entry("list", ActivityCategory.SEARCHING),
            Map.entry("list_directory", ActivityCategory.SEARCHING),
            Map.entry("search_file_content", ActivityCategory.SEARCHING),
            Map.entry("websearch", ActivityCategory.SEARCHING),
            Map.entry("webfetch", ActivityCategory.SEARCHING),
            Map.entry("web_fetch", ActivityCategory.SEARCHING),
            Map.entry("google_web_search", ActivityCategory.SEARCHING),
            Map.entry("askuserquestion", ActivityCategory.WAITING_ANSWER));

    private HookTool() {}

    static ActivityCategory activity(@Nullable String tool) {
        return tool == null
                ? ActivityCategory.THINKING
                : KNOWN.getOrDefault(tool.toLowerCase(Locale.ROOT), ActivityCategory.CALLING_TOOL);
    }
}
