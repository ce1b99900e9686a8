using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ExchangeNamespace.Migration.Runbook;

/// <summary>
/// Names of the files of steps: number, phase and subject. They begin with the number, so that none is a device of Windows, and have
/// letters, digits, hyphens and single dots only.
/// </summary>
internal static class FileNames
{
    public const string Readme = "README.md";
    public const string Document = "runbook.md";
    public const string Checklist = "checklist.md";
    public const string Data = "runbook.json";

    private const string OnlyHop = "1-";
    private const int LongestName = 60;

    private static readonly Regex Step = new(@"\A[0-9]{3,}(?:-[A-Za-z0-9.-]*)?\.(?:ps1|cmd|md)\z", RegexOptions.CultureInvariant);

    /// <summary>The name of a file of a step without its extension; the hop stands in it where there are several.</summary>
    public static string Of(MigrationStep step, NamespaceMigration migration)
    {
        string id = migration.Plans.Count == 1 && step.Id.StartsWith(OnlyHop, StringComparison.Ordinal)
            ? step.Id.Substring(OnlyHop.Length) : step.Id;
        StringBuilder name = new(step.Number.ToString("000", CultureInfo.InvariantCulture));
        name.Append('-');
        foreach (char c in id)
        {
            char kept = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' ? c : '-';
            if (name.Length >= LongestName)
            {
                break;
            }

            if (kept is not ('-' or '.') || name[name.Length - 1] is not ('-' or '.'))
            {
                name.Append(kept);
            }
        }

        return name.ToString().TrimEnd('-', '.');
    }

    /// <summary>Whether a folder has a file of this name from a runbook.</summary>
    public static bool IsOfRunbook(string name) => name is Readme or Document or Checklist or Data || Step.IsMatch(name);
}
