package dev.perch.ingress;

import dev.perch.client.CallParams;
import dev.perch.client.Client;
import dev.perch.json.RpcCall;
import dev.perch.json.RpcFault;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code snapshot/put}. The session is named after the client, so that none speaks for another. */
final class SnapshotReader {
    private static final int MOST_TITLE_CHARS = 400;
    private static final int MOST_BODY_CHARS = 8_000;
    private static final long TTL_MS = 30_000;

    private SnapshotReader() {}

    /**
     * A snapshot of a source of the client.
     *
     * @param epoch names a run of the source, within which it counts
     * @param sequence how far it has counted; {@link #UNCOUNTED}: it does not count
     */
    record Put(String source, String epoch, long sequence, RuntimeSnapshot snapshot) {
        static final long UNCOUNTED = -1;

        boolean isCounted() {
            return sequence != UNCOUNTED;
        }
    }

    static Put read(RpcCall call, Client client) throws RpcFault {
        CallParams params = new CallParams(call);
        String source = params.textOr("sourceId", 24, "main");
        long sequence = params.whole("seq", 0, Long.MAX_VALUE, Put.UNCOUNTED);
        String epoch = params.idOrNone("epoch");
        long ttl = params.whole("ttlMs", RuntimeSnapshot.LEAST_TTL_MS, RuntimeSnapshot.MOST_TTL_MS, TTL_MS);
        CallParams fields = params.object("snapshot");
        params.end();
        if (!Client.isName(source)) {
            throw CallParams.bad("sourceId begins with a small letter and has small letters, digits and hyphens.");
        }
        return new Put(source, epoch, sequence, snapshot(fields, client.name() + "." + source, ttl));
    }

    private static RuntimeSnapshot snapshot(CallParams fields, String session, long ttl) throws RpcFault {
        String state = fields.text("state", 32);
        String title = fields.text("title", MOST_TITLE_CHARS);
        String body = fields.textOr("body", MOST_BODY_CHARS, "");
        Map<String, Object> metadata = metadata(fields.object("metadata").map());
        fields.end();
        if (!PetAnimationState.isWord(state)) {
            throw CallParams.bad("state is a word such as running, waiting, review, failed or idle.");
        }
        metadata.put(RuntimeSnapshot.SESSION_ID, session);
        metadata.put(RuntimeSnapshot.TTL_MS, ttl);
        return new RuntimeSnapshot(new PetAnimationState(state), title, body.isEmpty() ? null : body, metadata);
    }

    private static Map<String, Object> metadata(Map<?, ?> given) throws RpcFault {
        Map<String, Object> metadata = new HashMap<>();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            if (entry.getValue() == null) {
                throw CallParams.bad("metadata has no nulls.");
            }
            metadata.put(String.valueOf(entry.getKey()), entry.getValue());
        }
        return metadata;
    }
}
