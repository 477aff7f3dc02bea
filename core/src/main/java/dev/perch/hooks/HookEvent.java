package dev.perch.hooks;

import org.jspecify.annotations.Nullable;

/**
 * What Perch reads of an event that an agent's hook was given. Prompts, answers and what tools were told are not read.
 *
 * @param agent whose hook it was
 * @param name of the event, in the agent's own words
 * @param session the agent's name for the session
 * @param cwd the folder that the session works in
 * @param tool which tool it is about
 * @param word what tells kinds of this event apart: a notification's type, a status, a reason
 * @param agentId the sub-agent that it is about, null for the session's own
 * @param agentType what kind of sub-agent
 * @param goesOn whether work goes on in the background after the turn
 */
record HookEvent(
        HookAgent agent,
        String name,
        String session,
        @Nullable String cwd,
        @Nullable String tool,
        String word,
        @Nullable String agentId,
        @Nullable String agentType,
        boolean goesOn) {}
