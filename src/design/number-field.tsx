import { useId } from 'react';
import { FieldRow, type FieldRowProps } from './field-row';
import { inWords, NumberInput, type NumberLook } from './number-input';
import { plainWriting } from './number-writing';
import { Slider } from './slider';
import { type TypedNumber, useTypedNumber } from './use-typed-number';

export interface NumberFieldProps extends FieldRowProps, TypedNumber, NumberLook {
  /**
   * With a slider: `live` tells every value on the way, `settled` the one
   * where it is let go. Default none.
   */
  slider?: 'live' | 'settled' | undefined;
}

/** A number: typed, stepped through with the arrow keys, or drawn with its slider. */
export function NumberField({
  scale,
  value,
  writing = plainWriting,
  refuse,
  onChange,
  slider,
  mixedText,
  prefix,
  unit,
  isDisabled,
  ...row
}: NumberFieldProps) {
  const id = useId();
  const look = { mixedText, prefix, unit, isDisabled };
  const typed = useTypedNumber({ scale, value, writing, refuse, onChange });
  const { reset } = row;
  return (
    <FieldRow
      {...row}
      // Going back forgets what was typed and refused as well.
      reset={reset && { label: reset.label, run: () => typed.drop(reset.run) }}
      controlId={id}
      problem={typed.refusal}
      control={<NumberInput {...{ id, scale, value, typed, look }} />}
      below={
        slider && (
          <Slider
            label={row.label}
            scale={scale}
            value={value}
            say={(shown) => inWords(writing.write(shown), look)}
            mixedText={mixedText}
            isDisabled={isDisabled}
            isLive={slider === 'live'}
            onDrag={(dragged) => typed.onType(writing.write(dragged))}
            onChange={(dragged) => typed.drop(() => onChange(dragged))}
          />
        )
      }
    />
  );
}
