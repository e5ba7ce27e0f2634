import { Words } from '../panel/words';
import { Button } from '../ui/button';
import { goTo } from './places';
import { useStudio } from './studio-context';

/** Why the list has no rows, in words, and what to do. */
export function ListEmpty() {
  const { state, actions, t } = useStudio();
  const { query, filter } = state.list;
  if (state.list.state === 'failed') {
    return (
      <Words title={t('studio.list.failed')}>
        <Button onClick={() => void actions.refreshList()}>{t('studio.retry')}</Button>
      </Words>
    );
  }
  if (state.list.state === 'loading') return <Words late title={t('studio.loading')} />;
  const showAll = () => {
    actions.search('');
    actions.setFilter('all');
  };
  if (query.trim() !== '' || filter !== 'all') {
    const which = query.trim() === '' ? 'studio.list.none.filter' : 'studio.list.none';
    return (
      <Words title={t(which)} hint={t(`${which}.hint`)}>
        <Button onClick={showAll}>{t('studio.list.show-all')}</Button>
      </Words>
    );
  }
  const write = () => {
    actions.newEntry();
    goTo('title');
  };
  return (
    <Words title={t('studio.list.empty')} hint={t('studio.list.empty.hint')}>
      <Button look="primary" onClick={write}>
        {t('studio.new')}
      </Button>
      <Button onClick={() => actions.openImport()}>{t('studio.import')}</Button>
    </Words>
  );
}
