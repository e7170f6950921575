// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ide.IDE;
import org.ergode.dsl.ide.FileChecks;
import org.ergode.dsl.ide.Outlook;
import org.ergode.dsl.ide.Outlook.Subject;
import org.ergode.dsl.ide.Template;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.UiThread;
import org.ergode.ui.preferences.RunPreferences;
import org.ergode.ui.templates.ModelTemplates;

/** The form of a new experiment: a model, what of it, a template, and the places of the template. */
final class NewExperimentPage extends WizardPage {
	private static final int WIDTH = 360;

	private final List<IFile> models = models();
	private final Map<String, Field> fields = new HashMap<>();
	private IFile model;
	private Outlook outlook;
	private List<Template> templates = List.of();
	private Combo modelChoice;
	private Combo subjectChoice;
	private Combo templateChoice;
	private Combo data;
	private Combo rule;
	private boolean filling;

	/** A line of the form whose value the user writes. */
	private record Field(Label label, Control control, Supplier<String> get, Consumer<String> set) {
		void ask(boolean asked) {
			for (Control part : new Control[] {label, control}) {
				((GridData) part.getLayoutData()).exclude = !asked;
				part.setVisible(asked);
			}
		}
	}

	/** @param first chosen at first; null for the first of all */
	NewExperimentPage(IFile first) {
		super("experiment", Messages.wizard_newExperiment, null);
		setDescription(Messages.wizard_newExperimentDescription);
		model = first != null || models.isEmpty() ? first : models.getFirst();
		setPageComplete(false);
	}

	private static List<IFile> models() {
		List<IFile> found = new ArrayList<>();
		try {
			ResourcesPlugin.getWorkspace().getRoot().accept(resource -> {
				if (resource instanceof IFile file && ErgodeUi.isModel(file) && file.getLocation() != null) {
					found.add(file);
				}
				return resource.isAccessible() && !resource.isDerived();
			});
		} catch (CoreException e) {
			ErgodeUi.log("cannot look for models", e);
		}
		return found;
	}

	IFile model() {
		return model;
	}

	ExperimentDraft draft() {
		Map<String, String> values = new HashMap<>();
		fields.forEach((place, field) -> values.put(place, field.get().get()));
		values.put(Template.SUBJECT, subjectChoice.getText());
		return new ExperimentDraft(templates.get(Math.max(0, templateChoice.getSelectionIndex())), values);
	}

	@Override
	public void createControl(Composite parent) {
		Composite form = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(10, 7).applyTo(form);
		modelChoice = choice(form, Messages.wizard_experimentModel);
		models.forEach(file -> modelChoice.add(shown(file)));
		subjectChoice = choice(form, Messages.wizard_experimentSubject);
		templateChoice = choice(form, Messages.wizard_experimentTemplate);
		text(form, Template.NAME, Messages.wizard_experimentName);
		text(form, Template.WALKERS, Messages.wizard_experimentWalkers);
		text(form, Template.UNTIL, Messages.wizard_experimentUntil);
		data = open(form, Template.DATA, Messages.wizard_experimentData);
		rule = open(form, Template.RULE, Messages.wizard_experimentRule);
		text(form, Template.EPOCHS, Messages.wizard_experimentEpochs);
		text(form, Template.SEED, Messages.wizard_experimentSeed);
		modelChoice.addListener(SWT.Selection, event -> choose(models.get(modelChoice.getSelectionIndex())));
		subjectChoice.addListener(SWT.Selection, event -> chooseSubject());
		templateChoice.addListener(SWT.Selection, event -> fill());
		setControl(form);
		if (model == null) {
			setErrorMessage(Messages.wizard_noModels);
		} else {
			choose(model);
		}
	}

	private static String shown(IFile file) {
		return file.getFullPath().makeRelative().toString();
	}

	private static Label label(Composite form, String word) {
		Label label = new Label(form, SWT.NONE);
		label.setText(word);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(label);
		return label;
	}

	private static <T extends Control> T wide(T control) {
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(control);
		return control;
	}

	private static Combo choice(Composite form, String word) {
		label(form, word);
		return wide(new Combo(form, SWT.DROP_DOWN | SWT.READ_ONLY));
	}

	private void text(Composite form, String place, String word) {
		Label label = label(form, word);
		Text text = wide(new Text(form, SWT.BORDER));
		text.addModifyListener(event -> check());
		fields.put(place, new Field(label, text, text::getText, text::setText));
	}

	/** A choice that takes other words too. */
	private Combo open(Composite form, String place, String word) {
		Label label = label(form, word);
		Combo combo = wide(new Combo(form, SWT.DROP_DOWN));
		combo.addModifyListener(event -> check());
		fields.put(place, new Field(label, combo, combo::getText, combo::setText));
		return combo;
	}

	/** Reads what the model declares in the background, as it is saved. */
	private void choose(IFile chosen) {
		model = chosen;
		modelChoice.select(models.indexOf(chosen));
		outlook = null;
		setPageComplete(false);
		IDE.saveAllEditors(new IResource[] {chosen}, true);
		CompletableFuture.supplyAsync(() -> FileChecks.in(chosen.getProject().getLocation().toPath(), RunPreferences.allowed()).outlook(chosen.getLocation().toPath()))
				.whenComplete((found, problem) -> UiThread.run(() -> {
					if (problem != null) {
						ErgodeUi.log("cannot read " + chosen, problem);
					} else if (chosen.equals(model) && !getControl().isDisposed()) {
						show(found);
					}
				}));
	}

	private void show(Outlook found) {
		outlook = found;
		subjectChoice.setItems(found.subjects().stream().map(Subject::name).toArray(String[]::new));
		if (found.subjects().isEmpty()) {
			setErrorMessage(Messages.bind(Messages.wizard_noSubject, model.getName()));
			setPageComplete(false);
		} else {
			subjectChoice.select(0);
			chooseSubject();
		}
	}

	private Subject subject() {
		return outlook.subjects().get(Math.max(0, subjectChoice.getSelectionIndex()));
	}

	private void chooseSubject() {
		templates = ExperimentDraft.templates(ModelTemplates.get().all(), subject().kind());
		templateChoice.setItems(templates.stream().map(t -> t.label() + "  (" + t.description() + ")").toArray(String[]::new));
		if (templates.isEmpty()) {
			setErrorMessage(Messages.wizard_noTemplate);
			setPageComplete(false);
		} else {
			templateChoice.select(0);
			fill();
		}
	}

	private void fill() {
		ExperimentDraft draft = ExperimentDraft.of(templates.get(templateChoice.getSelectionIndex()), subject(), outlook);
		filling = true;
		data.setItems(outlook.data().toArray(String[]::new));
		rule.setItems(subject().rules().toArray(String[]::new));
		fields.forEach((place, field) -> {
			field.set().accept(draft.value(place));
			field.ask(draft.template().has(place));
		});
		filling = false;
		((Composite) getControl()).layout(true, true);
		check();
	}

	private void check() {
		if (filling || outlook == null || templates.isEmpty()) {
			return;
		}
		String problem = draft().problem(outlook, model.getName()).orElse(null);
		setErrorMessage(problem);
		setMessage(draft().warning(outlook, model.getName()).orElse(null), IMessageProvider.WARNING);
		setPageComplete(problem == null);
	}
}
