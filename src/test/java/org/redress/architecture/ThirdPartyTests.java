package org.redress.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What others wrote and the jar contains: its bill of materials, the patches in pom.xml and docs/security.md agree. */
@AnalyzeClasses(packages = "org.redress", importOptions = DoNotIncludeTests.class)
class ThirdPartyTests {
    private static final String BILL = "/META-INF/sbom/application.cdx.json";

    /** Licences of what we pass on, each with what it asks of us; a name that is not here needs a person who reads it first. */
    private static final Map<String, Set<String>> LICENCES = Map.of(
            "ours", Set.of("Apache-2.0", "Apache License, 2.0"),
            "asks to keep its notice", Set.of("MIT", "MIT license", "BSD-2-Clause", "FreeBSD License", "BSD-3-Clause", "Modified BSD", "The (New) BSD License", "EDL 1.0", "jQuery license", "W3C license"),
            "asks for nothing", Set.of("CC0-1.0", "Public Domain", "Public Domain, per Creative Commons CC0"),
            "asks to publish changes to its own files; we change none", Set.of("EPL-2.0", "EPL 1.0", "EPL-1.0", "MPL-1.1", "MPL-2.0", "Mozilla Public License Version 2.0"),
            "asks that it can be replaced; it is a jar of its own inside ours", Set.of("LGPL-2.1-only", "LGPL-2.1-or-later", "GNU Lesser General Public License (LGPL), Version 2.1"),
            "lets others link to it; offered beside the EPL", Set.of("GPL-2.0-with-classpath-exception",
                    "The GNU General Public License (GPL), Version 2, With Classpath Exception",
                    "GNU General Public License, version 2 with the GNU Classpath Exception"));

    /** What a part does not say itself, as it stands beside its sources. */
    private static final Map<String, String> SAID_BESIDE_ITS_SOURCES = Map.of("org.operaton.spin:operaton-spin-dataformat-json-jackson", "Apache-2.0");

    /** What the open advisories of docs/security.md need to be of use to anybody. */
    private static final Pattern NEEDED_BY_OPEN_ADVISORIES = Pattern.compile("org\\.springframework\\.(web\\.reactive|messaging\\.rsocket|expression"
            + "|web\\.servlet\\.(view|function)|web\\.servlet\\.mvc\\.UrlFilenameViewController|web\\.filter\\.UrlHandlerFilter|web\\.bind\\.EscapedErrors"
            + "|web\\.bind\\.annotation\\.(ModelAttribute|InitBinder)|data\\.domain\\.(Sort|Pageable)|security\\.crypto\\.encrypt"
            + "|security\\.crypto\\.password4j|security\\.web\\.(webauthn|authentication\\.www\\.Digest)|security\\.ldap|security\\.core\\.token"
            + "|security\\.oauth2\\.jwt\\.DPoP).*");

    @ArchTest
    static final ArchRule usesNothingThatOpenAdvisoriesNeed = noClasses().should().dependOnClassesThat(
            describe("an open advisory of docs/security.md needs", (JavaClass used) -> NEEDED_BY_OPEN_ADVISORIES.matcher(used.getName()).matches()));

    @Test
    void hasALicenceForEveryPartThatWeMayPassOn() throws IOException {
        var allowed = LICENCES.values().stream().flatMap(Set::stream).collect(toSet());

        assertThat(bill()).hasSizeGreaterThan(100).allSatisfy(part -> {
            assertThat(part.licences()).as("the licences of " + part).isNotEmpty();
            assertThat(allowed).as("licences that somebody read, for " + part).containsAll(part.licences());
        });
    }

    @Test
    void containsNothingThatOnlyTestsNeed() throws Exception {
        var onlyForTests = elements("/project/dependencies/dependency[scope='test']")
                .map(dependency -> text(dependency, "groupId") + ":" + text(dependency, "artifactId")).toList();

        assertThat(onlyForTests).hasSizeGreaterThan(5);
        assertThat(bill()).extracting(Part::id).doesNotContainAnyElementsOf(onlyForTests);
    }

    @Test
    void listsEveryPatchOfThePom() throws Exception {
        var listed = table("### Patched").stream().collect(toMap(row -> row.get(0), row -> row.get(1)));

        assertThat(listed).as("docs/security.md, Patched: the versions in pom.xml that replace those of Spring Boot or Camunda").isEqualTo(patches());
    }

    @Test
    void containsThePatchesThatAreListed() throws IOException {
        var parts = bill();

        assertThat(table("### Patched")).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(parts).filteredOn(part -> part.isOneOf(row.get(2)))
                .as(row.get(2)).isNotEmpty().allMatch(part -> part.hasVersion(row.get(1)), "has the version " + row.get(1)));
    }

    @Test
    void containsTheVersionsWhoseOpenAdvisoriesAreListed() throws IOException {
        var parts = bill();
        var rows = table("### Open");

        assertThat(rows).anySatisfy(row -> assertThat(parts).anyMatch(part -> part.isOneOf(row.get(0))));
        assertThat(rows).allSatisfy(row -> assertThat(parts).filteredOn(part -> part.isOneOf(row.get(0)))
                .as(row.get(0) + ": look up the advisories of the new version").allMatch(part -> part.hasVersion(row.get(1)), "has the version " + row.get(1)));
    }

    /** The bill that Maven writes into the jar; elsewhere there is none, and nothing to compare. */
    private static List<Part> bill() throws IOException {
        try (var bill = ThirdPartyTests.class.getResourceAsStream(BILL)) {
            boolean underMaven = System.getProperty("basedir") != null;
            assumeTrue(bill != null || underMaven, "There is no bill of materials outside Maven.");
            assertThat(bill).as("the bill of materials that generate-resources writes").isNotNull();
            return StreamSupport.stream(JsonMapper.builder().build().readTree(bill).path("components").spliterator(), false).map(Part::of).toList();
        }
    }

    /** The versions in pom.xml that none of our dependencies names, because the parent's do, and those of managed ones. */
    private static Map<String, String> patches() throws Exception {
        var named = Pattern.compile("\\$\\{([a-z0-9.-]+)}").matcher(Files.readString(Path.of("pom.xml"))).results()
                .map(found -> found.group(1)).collect(toSet());
        var managed = elements("/project/dependencyManagement/dependencies/dependency[not(scope='import')]")
                .map(dependency -> text(dependency, "version")).toList();
        return elements("/project/properties/*").filter(property -> property.getTagName().matches("(?!java\\.).*\\.version"))
                .filter(property -> !named.contains(property.getTagName()) || managed.contains("${" + property.getTagName() + "}"))
                .collect(toMap(Element::getTagName, property -> property.getTextContent().strip()));
    }

    private static Stream<Element> elements(String path) throws Exception {
        var pom = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
        var found = (NodeList) XPathFactory.newDefaultInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Element element, String child) {
        return element.getElementsByTagName(child).item(0).getTextContent().strip();
    }

    /** The rows of the first table under the heading, without its two first lines. */
    private static List<List<String>> table(String heading) throws IOException {
        var lines = Files.readAllLines(Path.of("docs/security.md"));
        assertThat(lines).as("docs/security.md").contains(heading);
        return lines.stream().skip(lines.indexOf(heading)).dropWhile(line -> !line.startsWith("|")).takeWhile(line -> line.startsWith("|")).skip(2)
                .map(line -> Arrays.stream(line.strip().replaceAll("^\\||\\|$", "").split("\\|"))
                        .map(cell -> cell.replace("`", "").strip()).toList()).toList();
    }

    /** One jar inside ours. */
    private record Part(String group, String name, String version, Set<String> licences) {
        static Part of(JsonNode component) {
            var licences = StreamSupport.stream(component.path("licenses").spliterator(), false)
                    .map(choice -> Stream.of(choice.at("/license/id"), choice.at("/license/name"), choice.path("expression"))
                            .map(JsonNode::asText).filter(text -> !text.isEmpty()).findFirst().orElse("without a name"))
                    .collect(toCollection(TreeSet::new));
            var part = new Part(component.path("group").asText(), component.path("name").asText(), component.path("version").asText(), licences);
            if (licences.isEmpty() && SAID_BESIDE_ITS_SOURCES.containsKey(part.id())) {
                licences.add(SAID_BESIDE_ITS_SOURCES.get(part.id()));
            }
            return part;
        }

        String id() {
            return group + ":" + name;
        }

        /** A group, a group and a name, or with an asterisk all groups below it. */
        boolean isOneOf(String parts) {
            return parts.equals(group) || parts.equals(id()) || parts.endsWith(".*") && group.startsWith(parts.substring(0, parts.length() - 1));
        }

        /** Jackson's annotations have no patch number. */
        boolean hasVersion(String wanted) {
            return version.equals(wanted) || name.equals("jackson-annotations") && wanted.startsWith(version + ".");
        }

        @Override
        public String toString() {
            return id() + " " + version;
        }
    }
}
