// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.emit;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.plan.Buffer;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.plan.Step;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.engine.control.Memory;
import org.ergode.engine.training.BatchProgram;
import org.ergode.engine.training.Rows;
import org.ergode.engine.training.Workspace;

/** A program as a class of its own, with its arrays. Belongs to one thread at a time. */
public final class CompiledProgram {
	/** What decides a class: its code and the live objects in it. */
	private record Key(ByteBuffer bytes, List<Object> data) {
	}

	/** The classes used last. The same model run again, in a sweep or by hand, finds its class, and finds it compiled by the JIT. */
	private static final Map<Key, MethodHandle> MAKERS = new LinkedHashMap<>(16, 0.75f, true) {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, MethodHandle> eldest) {
			return size() > 32;
		}
	};

	private final Program program;
	private final BatchProgram code;

	private CompiledProgram(Program program, BatchProgram code) {
		this.program = program;
		this.code = code;
	}

	/**
	 * @param file the model's, as a stack trace shows it
	 * @param capacity the most samples of a run
	 */
	public static CompiledProgram of(Program program, String file, Precision precision, int capacity, Workspace workspace) {
		BatchProgram code = load(program, file, precision);
		int n = program.buffers().size();
		int[] sizes = new int[n];
		boolean[] sampled = new boolean[n];
		for (Buffer b : program.buffers()) {
			sizes[b.index()] = b.size();
			sampled[b.index()] = b.sampled();
		}
		checkMemory(program, capacity, precision == Precision.DOUBLE ? 8 : 4);
		code.prepare(sizes, sampled, capacity, precision == Precision.DOUBLE, workspace);
		for (Step.Literal l : program.literals()) {
			code.set(l.out().index(), l.values());
		}
		return new CompiledProgram(program, code);
	}

	/** All arrays are known here, those between two steps too: what cannot fit is refused before the first is made. */
	private static void checkMemory(Program program, int capacity, int width) {
		Buffer largest = null;
		double all = 0;
		for (Buffer b : program.buffers()) {
			all += width * entries(b, capacity);
			largest = largest == null || entries(b, capacity) > entries(largest, capacity) ? b : largest;
		}
		if (largest != null && (all > Memory.available() || entries(largest, capacity) > Memory.LONGEST)) {
			Slot slot = null;
			for (Map.Entry<Slot, Buffer> e : program.slots().entrySet()) {
				slot = e.getValue() == largest ? e.getKey() : slot;
			}
			String of = largest.sampled() ? capacity + " samples x " + largest.size() + " numbers" : largest.size() + " numbers";
			throw new NetworkProblem(slot == null || slot.symbol() == null ? program.steps().getFirst().source() : slot.symbol().source(), "network.memory",
					"%s: %s, and with what is computed from it %s; this run may use %s: take a smaller batch or fewer samples, make it smaller, or %s".formatted(
							slot == null ? "a value between two steps" : slot.name(), of, Memory.text(all), Memory.text(Memory.available()), Memory.wayOut()));
		}
	}

	private static double entries(Buffer b, int capacity) {
		return (double) b.size() * (b.sampled() ? capacity : 1);
	}

	private static BatchProgram load(Program program, String file, Precision precision) {
		ClassDesc name = ClassDesc.of(CompiledProgram.class.getPackageName(), program.name());
		List<Object> data = new ArrayList<>();
		ClassFile.ClassHierarchyResolverOption resolver = ClassFile.ClassHierarchyResolverOption
				.of(ClassHierarchyResolver.ofClassLoading(CompiledProgram.class.getClassLoader()).orElse(ClassHierarchyResolver.defaultResolver()));
		byte[] bytes = ClassFile.of(resolver).build(name, c -> {
			c.withSuperclass(BatchProgram.class.describeConstable().orElseThrow()).withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).with(SourceFileAttribute.of(file));
			new ProgramEmitter(program, precision, name, (m, handle) -> {
				data.add(handle);
				m.ldc(DynamicConstantDesc.ofNamed(ConstantDescs.ofConstantBootstrap(ConstantDescs.CD_MethodHandles, "classDataAt", ConstantDescs.CD_Object, ConstantDescs.CD_int),
						ConstantDescs.DEFAULT_NAME, MethodHandle.class.describeConstable().orElseThrow(), data.size() - 1));
			}).emit(c);
		});
		try {
			return (BatchProgram) maker(new Key(ByteBuffer.wrap(bytes), List.copyOf(data))).invoke();
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException("the compiled program could not be loaded", e);
		}
	}

	private static MethodHandle maker(Key key) throws ReflectiveOperationException {
		synchronized (MAKERS) {
			MethodHandle maker = MAKERS.get(key);
			if (maker == null) {
				MethodHandles.Lookup made = MethodHandles.lookup().defineHiddenClassWithClassData(key.bytes().array(), key.data(), true);
				maker = made.findConstructor(made.lookupClass(), MethodType.methodType(void.class));
				MAKERS.put(key, maker);
			}
			return maker;
		}
	}

	public void run(int samples) {
		code.run(samples);
	}

	public Map<Slot, Buffer> slots() {
		return program.slots();
	}

	public Program program() {
		return program;
	}

	/** Does nothing if the program does not use the slot. */
	public void set(Slot slot, double... value) {
		Buffer b = program.slots().get(slot);
		if (b != null) {
			code.set(b.index(), value);
		}
	}

	/** Copies what both hold for all samples alike. @param other of the same precision */
	public void take(CompiledProgram other) {
		program.slots().forEach((slot, buffer) -> {
			Buffer theirs = other.program.slots().get(slot);
			if (theirs != null && !slot.sampled()) {
				System.arraycopy(other.code.array(theirs.index()), 0, code.array(buffer.index()), 0, buffer.size());
			}
		});
	}

	/** @param samples how many values of a sampled slot */
	public double[] get(Slot slot, int samples) {
		return code.get(program.slots().get(slot).index(), samples);
	}

	/** Rows of data to where the samples of a slot stand; nothing if the program does not use it. */
	public void gather(Slot slot, Rows rows, int[] order, int from, int count) {
		Buffer b = program.slots().get(slot);
		if (b != null) {
			code.gather(b.index(), rows, order, from, count);
		}
	}
}
