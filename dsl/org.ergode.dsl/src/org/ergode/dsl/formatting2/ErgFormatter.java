// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.util.List;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;
import org.eclipse.xtext.resource.XtextResource;

/** {@link ErgFormat} for Xtext's services. */
public class ErgFormatter implements IFormatter2 {
	@Override
	public List<ITextReplacement> format(FormatterRequest request) {
		ITextRegionAccess access = request.getTextRegionAccess();
		XtextResource resource = (XtextResource) access.getResource();
		return ErgFormat.edits(resource.getParseResult()).stream()
				.filter(e -> request.getRegions().isEmpty() || request.getRegions().stream().anyMatch(r -> r.getOffset() <= e.offset() && e.offset() + e.length() <= r.getOffset() + r.getLength()))
				.map(e -> {
					ITextSegment segment = access.regionForOffset(e.offset(), e.length());
					return segment.replaceWith(e.replacement());
				}).toList();
	}
}
