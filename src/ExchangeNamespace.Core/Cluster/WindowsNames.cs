using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cluster;

/// <summary>Reads names of Windows that end up in cmd.exe lines.</summary>
internal static class WindowsNames
{
    private const int MaximumShare = 80;
    private const int MaximumFolder = 240;
    private const int DriveLength = 3;
    private const string NotInShare = "/\\[]:|<>+=;,?*";
    private const string NotInFolder = "/:|<>?*";

    public static string Share(string text, string parameter, List<InputFault> faults) =>
        Check(text, text, parameter, NotInShare, MaximumShare, "a share name", faults);

    /// <summary>A folder below the root of a drive, written absolutely and without a backslash at its end.</summary>
    public static string Folder(string text, string parameter, List<InputFault> faults)
    {
        bool isAbsolute = text.Length > DriveLength && text[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            && text[1] == ':' && text[2] == '\\';
        if (!isAbsolute || text[text.Length - 1] == '\\' || text.Contains(@"\\") || text.Contains(@"\..\")
            || text.EndsWith(@"\..", System.StringComparison.Ordinal))
        {
            faults.Add(new InputFault(FaultIds.ValueNotListed, parameter, text,
                $"'{VisibleText.Short(text)}' is not a folder on the witness server. Give a full path below a drive, such as "
                    + "C:\\FSM_New_EXCluster."));
            return text;
        }

        return Check(text, text.Substring(DriveLength), parameter, NotInFolder, MaximumFolder, "a folder name", faults);
    }

    public static InputFault NotForCmd(string text, string parameter) => new(
        FaultIds.TextNotForCmd, parameter, text,
        $"'{VisibleText.Short(text)}' cannot stand in a cmd.exe line: it is empty, begins with a slash or hyphen, or has a percent sign, "
            + "an exclamation mark, a backtick, a double quote, a dollar sign that PowerShell would expand, a control character or a "
            + "character beyond ASCII.");

    /// <summary>Judges a text by the part of it that is a name.</summary>
    private static string Check(string text, string name, string parameter, string forbidden, int longest, string what,
        List<InputFault> faults)
    {
        if (text.Length == 0 || !CmdLiteral.CanQuote(text))
        {
            faults.Add(NotForCmd(text, parameter));
        }
        else if (text.Length > longest)
        {
            faults.Add(new InputFault(FaultIds.NameTooLong, parameter, text,
                $"'{VisibleText.Short(text)}' has {text.Length} characters; {what} has at most {longest} here."));
        }
        else if (name.IndexOfAny(forbidden.ToCharArray()) >= 0 || name[name.Length - 1] is ' ' or '.' || name[0] == ' ')
        {
            faults.Add(new InputFault(FaultIds.NameBadCharacter, parameter, text,
                $"'{text}' is not {what}: it has one of {forbidden}, or begins or ends with a space, or ends in a dot."));
        }

        return text;
    }
}
