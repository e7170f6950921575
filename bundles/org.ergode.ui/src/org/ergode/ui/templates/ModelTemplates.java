// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.templates;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.templates.ContextTypeRegistry;
import org.eclipse.jface.text.templates.persistence.TemplatePersistenceData;
import org.eclipse.jface.text.templates.persistence.TemplateStore;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.ergode.dsl.ide.Template;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;

/** The templates that completion offers. Call on the UI thread. */
public final class ModelTemplates {
	private static final String KEY = "templates";
	private static final String ID_PREFIX = "org.ergode.template.";

	private static ModelTemplates instance;

	private final ContextTypeRegistry contexts = new ContextTypeRegistry();
	private final TemplateStore store;

	private ModelTemplates() {
		contexts.addContextType(new ModelContextType());
		store = new TemplateStore(contexts, ErgodeUi.preferences(), KEY) {
			@Override
			protected void loadContributedTemplates() {
				Template.SHIPPED.forEach(template -> internalAdd(new TemplatePersistenceData(platform(template), true, ID_PREFIX + template.label().replace(' ', '.'))));
			}
		};
		try {
			store.load();
		} catch (IOException e) {
			ErgodeUi.log("cannot read the templates", e);
		}
	}

	public static ModelTemplates get() {
		if (instance == null) {
			instance = new ModelTemplates();
		}
		return instance;
	}

	/** Tells the server of the templates now, and again whenever they change. */
	public static void follow() {
		get().tell();
		ErgodeUi.preferences().addPropertyChangeListener(event -> {
			if (event.getProperty().equals(KEY)) {
				get().tell();
			}
		});
	}

	private void tell() {
		List<Map<String, String>> list = all().stream().map(t -> Map.of("label", t.label(), "description", t.description(), "body", t.body())).toList();
		LanguageService.get().tell(server -> server.getWorkspaceService().didChangeConfiguration(
				new DidChangeConfigurationParams(Map.of("ergode", Map.of("templates", list)))));
	}

	/** Those that are switched on, as the user has them. */
	public List<Template> all() {
		return Arrays.stream(store.getTemplates()).map(t -> new Template(t.getName(), t.getDescription(), t.getPattern())).toList();
	}

	private static org.eclipse.jface.text.templates.Template platform(Template template) {
		return new org.eclipse.jface.text.templates.Template(template.label(), template.description(), ModelContextType.ID, template.body(), false);
	}

	TemplateStore store() {
		return store;
	}

	ContextTypeRegistry contexts() {
		return contexts;
	}
}
