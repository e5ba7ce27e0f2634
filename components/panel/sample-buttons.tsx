import { sampleChoices } from '../../lib/faces/sample-choices';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';

/** One button per sample base that comes with the extension. */
export function SampleButtons() {
  const { actions, t } = usePanel();
  return sampleChoices.map((sample) => {
    const name = t(`import.sample.${sample}`);
    return (
      <Button key={sample} onClick={() => void actions.loadSample(sample, name)}>
        {name}
      </Button>
    );
  });
}
