import amazon from 'bootstrap-icons/icons/amazon.svg?raw';
import linkedin from 'bootstrap-icons/icons/linkedin.svg?raw';
import microsoft from 'bootstrap-icons/icons/microsoft.svg?raw';
import nintendo from 'bootstrap-icons/icons/nintendo-switch.svg?raw';
import slack from 'bootstrap-icons/icons/slack.svg?raw';
import xbox from 'bootstrap-icons/icons/xbox.svg?raw';

/** The drawings of bootstrap-icons for services that simple-icons lacks, each with its slug and title. */
export const brandIcons = [
  ['amazon', 'Amazon', amazon],
  ['linkedin', 'LinkedIn', linkedin],
  ['microsoft', 'Microsoft', microsoft],
  ['nintendo', 'Nintendo', nintendo],
  ['slack', 'Slack', slack],
  ['xbox', 'Xbox', xbox],
] as const;
