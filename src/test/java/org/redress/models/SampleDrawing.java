package org.redress.models;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/** Writes the drawing of a sample model as BPMN diagram interchange. */
final class SampleDrawing {

    private static final String FILE = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="sample">
            %s
            <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="letter">
            %s
            </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </definitions>
            """;

    private SampleDrawing() {
    }

    static String draw(String process, String lines) {
        return FILE.formatted(process, lines.lines().filter(line -> !line.isBlank())
                .map(SampleDrawing::element).collect(joining("\n")));
    }

    private static String element(String line) {
        String[] parts = line.split("\\s*\\|\\s*");
        String label = parts.length > 2 ? "<bpmndi:BPMNLabel>" + bounds(parts[2]) + "</bpmndi:BPMNLabel>" : "";
        return parts[1].contains("x") ? shape(parts[0], parts[1], label) : edge(parts[0], parts[1], label);
    }

    private static String shape(String id, String place, String label) {
        return "<bpmndi:BPMNShape bpmnElement='%s' isExpanded='%s'>%s%s</bpmndi:BPMNShape>".formatted(id,
                !place.endsWith("collapsed"), bounds(place), label);
    }

    private static String edge(String id, String points, String label) {
        String waypoints = Stream.of(points.split(" ")).map(point -> point.split(","))
                .map(point -> "<di:waypoint x='%s' y='%s'/>".formatted((Object[]) point)).collect(joining());
        return "<bpmndi:BPMNEdge bpmnElement='%s'>%s%s</bpmndi:BPMNEdge>".formatted(id, waypoints, label);
    }

    private static String bounds(String place) {
        return "<dc:Bounds x='%s' y='%s' width='%s' height='%s'/>".formatted((Object[]) place.split("[, x]"));
    }
}
