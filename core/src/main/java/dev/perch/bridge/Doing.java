package dev.perch.bridge;

import dev.perch.model.ActivityCategory;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a thread is busy with: an item of a turn.
 *
 * @param item names it; empty for thinking between items
 * @param category of what kind it is
 * @param line what a card says of it; empty when there is nothing to say
 */
record Doing(String item, ActivityCategory category, String line) {
    static final Doing THINKING = new Doing("", ActivityCategory.THINKING, "");

    /** What a {@code ThreadItem} is, or null for one that is no work, such as the user's message. */
    static @Nullable Doing of(Fields item) {
        String id = item.text("id");
        return switch (item.text("type")) {
            case "reasoning", "agentMessage", "plan", "sleep" -> new Doing(id, ActivityCategory.THINKING, "");
            case "commandExecution" -> new Doing(id, command(item), item.text("command"));
            case "fileChange" -> new Doing(id, ActivityCategory.EDITING, paths(item));
            case "mcpToolCall" -> tool(id, item.text("server"), item.text("tool"));
            case "dynamicToolCall" -> tool(id, item.text("namespace"), item.text("tool"));
            case "collabAgentToolCall" -> tool(id, "agents", item.text("tool"));
            case "webSearch" -> new Doing(id, ActivityCategory.SEARCHING, item.text("query"));
            case "imageView" -> new Doing(id, ActivityCategory.READING, item.text("path"));
            case "imageGeneration" -> tool(id, "", "image");
            case "enteredReviewMode" -> new Doing(id, ActivityCategory.REVIEWING, item.text("review"));
            case "contextCompaction" -> new Doing(id, ActivityCategory.COMPACTING, "");
            default -> null;
        };
    }

    private static Doing tool(String id, String of, String name) {
        return new Doing(id, ActivityCategory.CALLING_TOOL, of.isEmpty() ? name : of + " " + name);
    }

    /** A command that only looks is told as reading or searching; one of which nothing is known, as a command. */
    private static ActivityCategory command(Fields item) {
        List<String> actions = item.objects("commandActions").stream()
                .map(action -> action.text("type"))
                .toList();
        if (actions.isEmpty() || !List.of("read", "listFiles", "search").containsAll(actions)) {
            return ActivityCategory.RUNNING_COMMAND;
        }
        return actions.contains("search") ? ActivityCategory.SEARCHING : ActivityCategory.READING;
    }

    private static String paths(Fields item) {
        return item.objects("changes").stream()
                .map(change -> change.text("path"))
                .collect(Collectors.joining(", "));
    }
}
