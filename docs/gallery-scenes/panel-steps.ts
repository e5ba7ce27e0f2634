import type { Stage } from '../gallery-stage.ts';

export async function insert({ panel, say }: Stage, place: number): Promise<void> {
  await panel.inPlainSight();
  const button = panel.cards.nth(place - 1).getByRole('button', { name: new RegExp(`^${say('Insert', '插入')}`) });
  await button.first().click();
}

export const quietMode = ({ panel, say }: Stage) => panel.frame.getByRole('checkbox', { name: say('Quiet mode', '安静模式') });

export async function openMenu(stage: Stage): Promise<void> {
  await stage.button('Settings', '设置').click();
  await quietMode(stage).waitFor();
}

export const redLight = ['the light on the box is red', '物流三天没动了，一直停在中转站'] as const;
