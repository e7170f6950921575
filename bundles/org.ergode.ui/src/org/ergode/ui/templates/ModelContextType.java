// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.templates;

import java.util.List;
import org.eclipse.jface.text.templates.TemplateContextType;
import org.eclipse.jface.text.templates.TemplateException;
import org.ergode.dsl.ide.Template;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/** Where elements of a model stand. A pattern has the notation of {@link Template}, so the platform's own is not asked. */
public final class ModelContextType extends TemplateContextType {
	static final String ID = ErgodeUi.ID + ".templates.model";

	private static final List<String> KEYWORDS = List.of("process", "field", "network", "learning", "distribution", "function", "data", "experiment");

	public ModelContextType() {
		super(ID, Messages.templates_context);
	}

	@Override
	public void validate(String pattern) throws TemplateException {
		Template template = new Template("", "", pattern);
		if (template.mistake().isPresent()) {
			throw new TemplateException(Messages.bind(Messages.templates_place, template.mistake().get()));
		}
		if (!KEYWORDS.contains(template.keyword())) {
			throw new TemplateException(Messages.bind(Messages.templates_keyword, String.join(", ", KEYWORDS)));
		}
	}
}
