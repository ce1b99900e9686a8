using System.Collections.Generic;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>One file of the folder.</summary>
/// <param name="Name">Its name: letters, digits, hyphens and dots, which every system takes.</param>
/// <param name="Lines">Its lines, without line ends.</param>
/// <param name="Purpose">What it is, for the list of files.</param>
/// <param name="IsScript">Whether a shell of Windows reads it: ASCII and CRLF; else UTF-8 and LF.</param>
internal sealed record RunbookFile(string Name, IReadOnlyList<string> Lines, string Purpose, bool IsScript);
