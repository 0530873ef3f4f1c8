import styles from './SignInPage.module.css';

/** Where the streams start, how far they rise, and how strongly they are drawn. */
const streams = [
  { start: 250, rise: 190, look: styles.streamFar },
  { start: 290, rise: 170, look: styles.streamFar },
  { start: 330, rise: 150, look: styles.streamNear },
  { start: 370, rise: 130, look: styles.streamFar },
  { start: 410, rise: 110, look: styles.streamFar },
];

/** Lines that run together and on: decoration of the sign-in screen. */
export function Streams() {
  return (
    <svg className={styles.streams} viewBox="0 0 1440 460" preserveAspectRatio="none" aria-hidden="true">
      {streams.map(({ start, rise, look }, index) => (
        <path
          key={start}
          className={look}
          d={`M-10 ${start}C380 ${start} 520 ${start - rise * 0.2} 760 ${300 - index * 4}S1180 ${start - rise} 1450 ${start - rise}`}
        />
      ))}
    </svg>
  );
}
