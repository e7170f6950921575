// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.bytecode;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A class made for one model. It is hidden: no class loader knows it, and it goes when the model goes. What it takes from unit
 * plug-ins, whose classes it could not name, are live objects: its class data, which the JIT treats as constants.
 */
public final class HiddenClass {
	private static final DirectMethodHandleDesc CLASS_DATA_AT = ConstantDescs.ofConstantBootstrap(ConstantDescs.CD_MethodHandles, "classDataAt",
			ConstantDescs.CD_Object, ConstantDescs.CD_int);

	private final ClassDesc name;
	private final String sourceFile;
	private final List<Object> data = new ArrayList<>();

	/**
	 * @param beside a class of the package that the hidden one shall be in
	 * @param name as a profiler shows it: the model's own name for it
	 * @param sourceFile the model's file, as a stack trace shows it
	 */
	public HiddenClass(Class<?> beside, String name, String sourceFile) {
		this.name = ClassDesc.of(beside.getPackageName(), name);
		this.sourceFile = sourceFile;
	}

	public ClassDesc name() {
		return name;
	}

	/** Pushes a live object. @param type as the code sees it */
	public void constant(CodeBuilder code, Object value, Class<?> type) {
		int index = data.indexOf(value);
		if (index < 0) {
			index = data.size();
			data.add(value);
		}
		code.ldc(DynamicConstantDesc.ofNamed(CLASS_DATA_AT, ConstantDescs.DEFAULT_NAME, type.describeConstable().orElseThrow(), index));
	}

	/** @param members adds fields and methods @return the class file */
	public byte[] build(ClassDesc superclass, Consumer<ClassBuilder> members) {
		ClassLoader loader = HiddenClass.class.getClassLoader();
		ClassFile.ClassHierarchyResolverOption resolver = ClassFile.ClassHierarchyResolverOption
				.of(ClassHierarchyResolver.ofClassLoading(loader).orElse(ClassHierarchyResolver.defaultResolver()));
		return ClassFile.of(resolver).build(name, c -> {
			c.withSuperclass(superclass).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).with(SourceFileAttribute.of(sourceFile));
			members.accept(c);
		});
	}

	/**
	 * @param beside full access to the package
	 * @return full access to the new class, initialised
	 */
	public MethodHandles.Lookup load(MethodHandles.Lookup beside, byte[] bytes) {
		try {
			return beside.defineHiddenClassWithClassData(bytes, List.copyOf(data), true);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException("no access to " + beside.lookupClass().getPackageName(), e);
		}
	}
}
