// What the columns of disclosure.csv mean.
import { entry } from './types.ts';

export const DISCLOSURE = [
  entry('number', 'whole', '', 'The row, counted from 1', '条目序号，从1起'),
  entry('row', 'text', '', 'The row as the file of standards names it', '准则文件中的条目名称'),
  entry('title', 'text', '', 'Title of the row', '条目标题'),
  entry('asks', 'text', '', 'What is asked, in our own words', '披露要求（转述）'),
  entry(
    'standard',
    'text',
    '',
    'The standard that asks; empty for a row that no standard in force asks for',
    '提出要求的准则；无有效准则要求时为空',
  ),
  entry('version', 'text', '', "Its version in force on the study's day", '研究日期有效的准则版本'),
  entry('from', 'date', '', 'First day of the version', '版本生效首日'),
  entry(
    'until',
    'date',
    '',
    'Last day of the version; empty while none has followed',
    '版本末日；尚无后续版本时为空',
  ),
  entry('paragraph', 'text', '', 'Where the standard asks', '准则中的段落'),
  entry('asks_also', 'text', '', 'What the standard asks beyond the row', '该准则的额外要求'),
  entry(
    'paragraph_confidence',
    'choice',
    '',
    'How sure the paragraph is: high where the text itself or an official page was read',
    '段落出处的置信度：读过原文或官方页面时为高',
  ),
  entry(
    'answer',
    'choice',
    '',
    'Whether the pack answers: yes, partly or no',
    '成果包是否回应：是、部分或否',
  ),
  entry(
    'shown',
    'text',
    '',
    'Files of the pack that answer, each with what to look for in it',
    '作出回应的文件及其中的查找内容',
  ),
  entry('note', 'text', '', 'A remark on what is shown', '对所示内容的说明'),
  entry('lacks', 'text', '', 'What is not answered, and why', '未回应的内容及原因'),
] as const;
