import { BaseDialog } from './base-dialog';
import { GapsDialog } from './gaps-dialog';
import { ImportDialog } from './import-dialog';
import { RemoveBaseDialog } from './remove-base-dialog';
import { ReplayDialog } from './replay-dialog';
import { ReviewDialog } from './review-dialog';
import { RollBackDialog } from './roll-back-dialog';
import { useStudio } from './studio-context';
import { TakeAccessDialog } from './take-access-dialog';

/** The dialog that is open, if one is. */
export function OpenDialog() {
  const { state, t } = useStudio();
  const { dialog } = state;
  if (dialog === undefined) return null;
  switch (dialog.kind) {
    case 'import':
      return <ImportDialog />;
    case 'base':
      return <BaseDialog base={dialog.base} suggestedName={t('studio.start.base-name')} />;
    case 'remove-base':
      return <RemoveBaseDialog base={dialog.base} />;
    case 'review':
      return <ReviewDialog base={dialog.base} />;
    case 'replay':
      return <ReplayDialog base={dialog.base} />;
    case 'gaps':
      return <GapsDialog />;
    case 'roll-back':
      return <RollBackDialog wish={dialog} />;
    default:
      return <TakeAccessDialog wish={dialog} />;
  }
}
