package org.redress.gate;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;

/**
 * The engine's task service, with every completion through the gate and no other way to write answers. What the engine lets
 * anybody do who is signed in, to comment on and attach files to tasks of any council, is closed: text belongs in the case file.
 */
@NullUnmarked
class GatedTaskService extends TaskServiceImpl {
    private final Gate gate;

    GatedTaskService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, Map.of());
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        execute(context -> gate.complete(context, taskId, answers, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> answers, boolean deserialize) {
        return execute(context -> gate.complete(context, taskId, answers, true, deserialize));
    }

    @Override
    public void claim(String taskId, String userId) {
        execute(context -> gate.claim(context, taskId, userId));
    }

    /** A task's name and days come from the model and the deadline; people extend deadlines, and nobody re-dates a task. */
    @Override
    public void saveTask(Task task) {
        commandExecutor.execute(context -> {
            if (context.getAuthentication() != null && task.getProcessInstanceId() != null) {
                throw new AuthorizationException("A task is not changed by hand: its day follows its deadline, which Case event extends.");
            }
            return null;
        });
        super.saveTask(task);
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        boolean givenBack = userId == null && execute(context -> gate.giveBack(context, taskId));
        if (!givenBack) {
            execute(context -> gate.assign(context, taskId, userId));
        }
    }

    /** A delegated task would come back to its owner with the answers already kept. */
    @Override
    public void delegateTask(String taskId, String userId) {
        throw closed("A task is not delegated; a supervisor gives it to somebody else.");
    }

    @Override
    public void resolveTask(String taskId) {
        throw onlyByForm();
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void handleBpmnError(String taskId, String code) {
        throw onlyByForm();
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message) {
        throw onlyByForm();
    }

    @Override
    public void handleBpmnError(String taskId, String code, String message, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    public void handleEscalation(String taskId, String code) {
        throw onlyByForm();
    }

    @Override
    public void handleEscalation(String taskId, String code, Map<String, Object> variables) {
        throw onlyByForm();
    }

    @Override
    protected void setVariables(String taskId, Map<String, ? extends Object> variables, boolean local) {
        throw onlyByForm();
    }

    @Override
    protected void updateVariables(String taskId, Map<String, ? extends Object> changes, Collection<String> removals, boolean local) {
        throw onlyByForm();
    }

    @Override
    public void removeVariable(String taskId, String name) {
        throw onlyByForm();
    }

    @Override
    public void removeVariableLocal(String taskId, String name) {
        throw onlyByForm();
    }

    @Override
    public void removeVariables(String taskId, Collection<String> names) {
        throw onlyByForm();
    }

    @Override
    public void removeVariablesLocal(String taskId, Collection<String> names) {
        throw onlyByForm();
    }

    @Override
    public void addComment(String taskId, String processInstanceId, String message) {
        throw onlyInTheCaseFile();
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        throw onlyInTheCaseFile();
    }

    @Override
    public void updateTaskComment(String taskId, String commentId, String message) {
        throw onlyInTheCaseFile();
    }

    @Override
    public void updateProcessInstanceComment(String processInstanceId, String commentId, String message) {
        throw onlyInTheCaseFile();
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name, String description, InputStream content) {
        throw onlyInTheCaseFile();
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name, String description, String url) {
        throw onlyInTheCaseFile();
    }

    @Override
    public void saveAttachment(Attachment attachment) {
        throw onlyInTheCaseFile();
    }

    private <T> T execute(Command<T> command) {
        return AnswersRefused.unpacked(() -> commandExecutor.execute(command));
    }

    private AuthorizationException onlyByForm() {
        return closed("Answers are given with the task's form only.");
    }

    private AuthorizationException onlyInTheCaseFile() {
        return closed("Text is kept in the case file: record it with Case event, as a contact to note.");
    }

    /** Inside a command, so that the guard notes it as it notes every refusal. */
    private AuthorizationException closed(String sentence) {
        return execute(context -> {
            throw new AuthorizationException(sentence);
        });
    }
}
