package dev.perch.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.link.LinkPolicy.Verdict;
import dev.perch.link.LinkPolicy.Verdict.Canonical;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkPolicyTest {
    private static final LinkPolicy POLICY =
            new LinkPolicy(Set.of("vscode", "codex"), Set.of("http://127.0.0.1:8080", "http://localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org/",
                "https://Example.ORG/Board?x=1&y=%20#part",
                "https://sub.example.org:8443/a/b/",
                "https://xn--bcher-kva.example/",
                "https://xn--fiqs8s/",
                "http://127.0.0.1:8080/dash",
                "http://localhost/x",
                "https://example.org/a.b/..c/d.."
            })
    void aPlainPageIsCanonical(String url) {
        Canonical link = assertInstanceOf(
                Canonical.class, POLICY.page(url), () -> POLICY.page(url).toString());
        assertTrue(link.url().equalsIgnoreCase(url));
    }

    @Test
    void theHostIsInSmallLettersAndThePathStays() {
        Verdict verdict = POLICY.page("HTTPS://Example.ORG/Board");
        assertEquals("https://example.org/Board", ((Canonical) verdict).url());
    }

    @Test
    void aSchemeOpensOnlyWhenTheUserListsIt() {
        assertInstanceOf(Canonical.class, POLICY.deepLink("vscode://file/tmp/x"));
        assertInstanceOf(Canonical.class, POLICY.deepLink("codex://threads/abc-1"));
        assertInstanceOf(Verdict.Refused.class, POLICY.deepLink("cursor://file/tmp/x"));
        assertInstanceOf(
                Verdict.Refused.class, new LinkPolicy(Set.of("file"), Set.of()).deepLink("file:///etc/passwd"));
        assertInstanceOf(Verdict.Refused.class, POLICY.deepLink("https://example.org/"));
        assertFalse(LinkPolicy.mayBeListed("javascript"));
        assertFalse(LinkPolicy.mayBeListed("ms-msdt"));
    }

    @Test
    void aBaseCoversItsSegmentsAndNoLookalike() {
        assertTrue(LinkPolicy.within("https://a.org/board", "https://a.org/board"));
        assertTrue(LinkPolicy.within("https://a.org/board", "https://a.org/board/7"));
        assertFalse(LinkPolicy.within("https://a.org/board", "https://a.org/boards"));
        assertFalse(LinkPolicy.within("https://a.org/board", "https://a.org:8443/board"));
        assertFalse(LinkPolicy.within("https://a.org/", "https://a.org.evil.org/"));
    }

    @Test
    void noAllowedLinkOfTheUrlStandardsCasesHasAnotherHostThere() throws IOException {
        List<Corpora.Case> cases = Corpora.urls();
        assertEquals(820, cases.size());
        List<String> wrong = new ArrayList<>();
        int allowed = 0;
        for (Corpora.Case each : cases) {
            String secure = each.input().replaceFirst("^http:", "https:");
            for (Verdict verdict :
                    List.of(POLICY.page(each.input()), POLICY.page(secure), POLICY.deepLink(each.input()))) {
                if (verdict instanceof Canonical link) {
                    allowed++;
                    if (!link.host().equals(each.host())) {
                        wrong.add(each + " became " + link);
                    }
                }
            }
        }
        System.out.println(
                "url standard: " + cases.size() + " cases, " + allowed + " allowed, " + wrong.size() + " wrong");
        assertEquals(List.of(), wrong);
        assertTrue(allowed >= 10, "a policy that refuses all would pass");
    }

    @Test
    void allLinksOfOurOwnListAreRefusedInOneClause() throws IOException {
        LinkPolicy nobody = new LinkPolicy(Set.of(), Set.of());
        List<String> own = Corpora.strings("own-urls.json");
        assertTrue(own.size() >= 200, () -> own.size() + " links");
        List<String> allowed = new ArrayList<>();
        for (String url : own) {
            if (nobody.page(url) instanceof Verdict.Refused refused) {
                assertTrue(refused.why().chars().allMatch(c -> c >= 0x20 && c < 0x7F), refused.why());
                assertTrue(refused.why().length() < 120, refused.why());
            } else {
                allowed.add(url);
            }
        }
        System.out.println("own list: " + own.size() + " links, " + allowed.size() + " allowed");
        assertEquals(List.of(), allowed);
    }

    @Test
    void tenThousandMutatedLinksAreRefusedOrCanonical() throws IOException {
        List<String> seeds = new ArrayList<>(List.of(
                "https://example.org/board",
                "https://xn--bcher-kva.example/a",
                "https://a.org:8443/b?c=d#e",
                "vscode://file/tmp/x",
                "http://127.0.0.1:8080/dash"));
        Corpora.urls().forEach(each -> seeds.add(each.input()));
        Random random = new Random(5);
        int canonical = 0;
        for (int i = 0; i < 10_000; i++) {
            String url = mutated(seeds.get(i % 3 == 0 ? random.nextInt(5) : random.nextInt(seeds.size())), random);
            for (Verdict verdict : List.of(POLICY.page(url), POLICY.deepLink(url))) {
                if (verdict instanceof Canonical link) {
                    canonical++;
                    assertCanonical(url, link);
                }
            }
        }
        System.out.println("mutated: 10000 links, " + canonical + " canonical, the rest refused");
        assertTrue(canonical > 100);
    }

    private static void assertCanonical(String asked, Canonical link) {
        URI uri = URI.create(link.url());
        assertTrue(link.url().equalsIgnoreCase(asked), asked);
        assertEquals(link.url(), uri.normalize().toString(), asked);
        assertTrue(link.url().matches("(https|http|vscode|codex)://[a-z0-9.-]+(:\\d+)?([/?#][!-~]*)?"), link.url());
        assertEquals(null, uri.getRawUserInfo(), asked);
        assertTrue(
                !link.scheme().equals("http")
                        || Set.of("127.0.0.1", "localhost").contains(link.host()),
                asked);
    }

    private static String mutated(String seed, Random random) {
        StringBuilder out = new StringBuilder(seed);
        String nasty = "@:/\\?#%.-_[]<>\"'`{}|^ \t\n\u0000\u00ad\u202e\u3002\uff0e\u0430xX0127*&=+~$,;!()";
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, nasty.charAt(random.nextInt(nasty.length())));
                case 1 ->
                    out.insert(
                            at,
                            List.of("%2e", "%2F", "..", "//", "xn--", "0x7f", "@a.org", "https:", "%00", ":80")
                                    .get(random.nextInt(10)));
                case 2 -> {
                    if (at < out.length()) {
                        out.deleteCharAt(at);
                    }
                }
                default -> {
                    if (at < out.length()) {
                        out.setCharAt(at, nasty.charAt(random.nextInt(nasty.length())));
                    }
                }
            }
        }
        return out.toString();
    }
}
