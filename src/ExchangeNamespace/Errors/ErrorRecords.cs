using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Errors;

/// <summary>The only place that builds an error record: id, category, target and message belong together.</summary>
internal static class ErrorRecords
{
    private static readonly IReadOnlyDictionary<string, ErrorCategory> Categories = new Dictionary<string, ErrorCategory>
    {
        [FaultIds.ServerMissing] = ErrorCategory.ObjectNotFound,
        [FaultIds.ServerNotRecognised] = ErrorCategory.InvalidType,
        [FaultIds.FileOfOtherKind] = ErrorCategory.InvalidType,
        [FaultIds.ServerDuplicate] = ErrorCategory.ResourceExists,
        [FaultIds.SiteDuplicate] = ErrorCategory.ResourceExists,
        [FaultIds.ServerSiteUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.MemberWrongType] = ErrorCategory.InvalidType,
        [FaultIds.MemberUnknown] = ErrorCategory.InvalidData,
        [FaultIds.MemberMissing] = ErrorCategory.InvalidData,
        [FaultIds.SchemaVersionUnsupported] = ErrorCategory.NotImplemented,
        [FaultIds.SiteContradiction] = ErrorCategory.InvalidData,
        [FaultIds.InputContradiction] = ErrorCategory.InvalidData,
        [FaultIds.NodeNotInCluster] = ErrorCategory.ObjectNotFound,
        [FaultIds.NodeNotFullExchange] = ErrorCategory.InvalidOperation,
        [FaultIds.OtherSiteNotConfirmed] = ErrorCategory.InvalidOperation,
        [FaultIds.QuorumModelNotInVersion] = ErrorCategory.NotImplemented,
        [FaultIds.QuorumPresent] = ErrorCategory.InvalidOperation,
        [FaultIds.QuorumOutOfReach] = ErrorCategory.InvalidOperation,
        [FaultIds.SslOffloadingWithExtendedProtection] = ErrorCategory.InvalidOperation,
        [FaultIds.CertificateNamesOverBudget] = ErrorCategory.LimitsExceeded,
        [FaultIds.CertificateNotInState] = ErrorCategory.ObjectNotFound,
        [FaultIds.DeploymentNotInVersion] = ErrorCategory.NotImplemented,
        [FaultIds.ConnectorServerNotInPlan] = ErrorCategory.ObjectNotFound,
        [FaultIds.BuildFamilyUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.BuildNameUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.BuildKbUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.SpfRecordInvalid] = ErrorCategory.InvalidData,
        [FaultIds.SpfAllowsEveryone] = ErrorCategory.InvalidOperation,
        [FaultIds.SpfTooManyLookups] = ErrorCategory.LimitsExceeded,
        [FaultIds.SpfOtherRecordUnusable] = ErrorCategory.InvalidData,
        [FaultIds.SpfRecordNotTold] = ErrorCategory.ResourceUnavailable,
        [FaultIds.SpfTermUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.MailNotPlanned] = ErrorCategory.InvalidOperation,
        [FaultIds.DefaultConnectorFqdnRefused] = ErrorCategory.InvalidOperation,
        [FaultIds.StateFileInvalid] = ErrorCategory.InvalidData,
        [FaultIds.DirectoryUnreachable] = ErrorCategory.ConnectionError,
        [FaultIds.DirectoryTimeout] = ErrorCategory.OperationTimeout,
        [FaultIds.DirectoryRefused] = ErrorCategory.AuthenticationError,
        [FaultIds.DirectoryNeedsTls] = ErrorCategory.SecurityError,
        [FaultIds.DirectoryOfOtherDomain] = ErrorCategory.ObjectNotFound,
        [FaultIds.DirectoryLibraryMissing] = ErrorCategory.NotInstalled,
        [FaultIds.IisConfigurationInvalid] = ErrorCategory.InvalidData,
        [FaultIds.StateObjectNotRecognised] = ErrorCategory.InvalidType,
        [FaultIds.StateObjectIncomplete] = ErrorCategory.InvalidData,
        [FaultIds.StateValueInvalid] = ErrorCategory.InvalidData,
        [FaultIds.StateEmpty] = ErrorCategory.ObjectNotFound,
        [FaultIds.CertificateUnreadable] = ErrorCategory.InvalidData,
        [FaultIds.TooManyFaults] = ErrorCategory.LimitsExceeded,
        [FaultIds.InputOverLimit] = ErrorCategory.LimitsExceeded,
        [FaultIds.CertificateOverLimit] = ErrorCategory.LimitsExceeded,
        [FaultIds.CertificateMissing] = ErrorCategory.InvalidData,
        [FaultIds.CertificatePasswordMissing] = ErrorCategory.AuthenticationError,
        [FaultIds.CertificatePasswordWrong] = ErrorCategory.AuthenticationError,
        [FaultIds.CertificateNotPlanned] = ErrorCategory.ObjectNotFound,
        [FaultIds.MachineNotInPlan] = ErrorCategory.ObjectNotFound,
        [FaultIds.RouteServerUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.RouteSiteUnknown] = ErrorCategory.ObjectNotFound,
        [FaultIds.RouteEntryMissing] = ErrorCategory.ObjectNotFound,
        [FaultIds.ReportResultNotRecognised] = ErrorCategory.InvalidType,
    };

    public static ErrorRecord Fault(InputFault fault) => Create(
        new ArgumentException(fault.Message, fault.Parameter),
        fault.Id,
        Categories.TryGetValue(fault.Id, out ErrorCategory category) ? category : ErrorCategory.InvalidArgument,
        fault.Value,
        fault.Parameter.Length == 0 || fault.Message.IndexOf(fault.Parameter, StringComparison.Ordinal) >= 0 ? fault.Message
            : $"{fault.Parameter}: {fault.Message}");

    public static ErrorRecord Finding(Finding finding) => Create(
        new InvalidOperationException(finding.Message),
        finding.Code,
        ErrorCategory.InvalidResult,
        finding.Subject,
        $"{finding.Subject}: {finding.Message} {finding.Remedy}".TrimEnd());

    public static ErrorRecord FileNotFound(string path) => Create(
        new FileNotFoundException($"There is no file '{Shown(path)}'.", path), ErrorIds.FileNotFound, ErrorCategory.ObjectNotFound, path,
        $"There is no file '{Shown(path)}'. Check the path; relative paths start at the present location.");

    public static ErrorRecord FileExists(string path) => Create(
        new IOException($"'{Shown(path)}' exists."), ErrorIds.FileExists, ErrorCategory.ResourceExists, path,
        $"'{Shown(path)}' exists already. Give -Force to replace it, or another path.");

    public static ErrorRecord FolderNotEmpty(string path) => Create(
        new IOException($"'{Shown(path)}' is not empty."), ErrorIds.FolderNotEmpty, ErrorCategory.ResourceExists, path,
        $"'{Shown(path)}' has files already. Give -Force to replace those of an earlier runbook, which keeps all others, or another "
            + "folder.");

    public static ErrorRecord FileNameNotKept(string path) => Create(
        new ArgumentException($"'{Shown(path)}' ends in a dot or a space."), ErrorIds.FileNameNotKept, ErrorCategory.InvalidArgument, path,
        $"'{Shown(path)}' ends in a dot or a space, which Windows takes away without a word. Give the name that the file is to have.");

    public static ErrorRecord FileTooLarge(string path, long limit) => Create(
        new IOException($"'{Shown(path)}' is larger than {limit} bytes."), ErrorIds.FileTooLarge, ErrorCategory.LimitsExceeded, path,
        $"'{Shown(path)}' is larger than {limit} bytes, which no file of this kind is. Is it the right file?");

    public static ErrorRecord PathNotReadable(string path, Exception cause) => Create(
        cause, ErrorIds.PathNotReadable, ErrorCategory.ReadError, path, $"'{Shown(path)}' cannot be read: {Shown(cause.Message)}");

    /// <summary>The system names the file that it could not write, which is the temporary one: the user knows only the other.</summary>
    public static ErrorRecord PathNotWritable(string path, Exception cause, string? temporary) => Create(
        cause, ErrorIds.PathNotWritable, ErrorCategory.WriteError, path,
        $"'{Shown(path)}' cannot be written, and nothing was: "
            + $"{Shown(temporary is null ? cause.Message : cause.Message.Replace(temporary, path))}");

    public static ErrorRecord FolderMissing(string path, string folder) => Create(
        new DirectoryNotFoundException($"There is no folder '{Shown(folder)}'."), ErrorIds.PathNotWritable, ErrorCategory.WriteError, path,
        $"'{Shown(path)}' cannot be written, because there is no folder '{Shown(folder)}'. Make the folder first, or give another path.");

    public static ErrorRecord PathNotFileSystem(string path, Exception? cause = null) => Create(
        cause ?? new ArgumentException($"'{Shown(path)}' is not a file-system path."), ErrorIds.PathNotFileSystem,
        ErrorCategory.InvalidArgument, path,
        $"'{Shown(path)}' is not one file in the file system. Give the path of a file.");

    public static ErrorRecord PathIsFolder(string path) => Create(
        new ArgumentException($"'{Shown(path)}' is a folder."), ErrorIds.PathNotFileSystem, ErrorCategory.InvalidArgument, path,
        $"'{Shown(path)}' is a folder. Give the path of a file.");

    public static ErrorRecord PathIsLink(string path) => Create(
        new IOException($"'{Shown(path)}' is a symbolic link."), ErrorIds.PathIsLink, ErrorCategory.InvalidArgument, path,
        $"'{Shown(path)}' is a symbolic link, and a file in its place would not be where the link leads. Give the path that it leads to.");

    public static ErrorRecord FileNotText(string path, string encoding) => Create(
        new InvalidDataException($"'{Shown(path)}' has bytes that are no text."), ErrorIds.FileNotText, ErrorCategory.InvalidData, path,
        $"'{Shown(path)}' has bytes that are no text in its encoding ({encoding}), so reading and writing it would change them. Nothing "
            + "was used or written. Save it as UTF-8 first.");

    public static ErrorRecord PathAmbiguous(string path) => Create(
        new ArgumentException($"'{Shown(path)}' matches several files."), ErrorIds.PathAmbiguous, ErrorCategory.InvalidArgument, path,
        $"'{Shown(path)}' matches several files. Name one, or use -LiteralPath for a name with wildcard characters.");

    public static ErrorRecord DependencyLoadFailed(DependencyLoadException cause) => Create(
        cause, ErrorIds.DependencyLoadFailed, ErrorCategory.NotInstalled, cause.Feature,
        $"{cause.Message} Install the module again, with its bin/lib folder; in PowerShell 7, use 7.4 or later.");

    public static ErrorRecord SeveralPlans(int count) => Create(
        new InvalidOperationException($"{count} plans were given for one file."), ErrorIds.SeveralPlans, ErrorCategory.InvalidOperation,
        count,
        $"{count} plans were given, but the file holds one. Export each to a file of its own.");

    public static ErrorRecord SecondPlan(NamespacePlan plan) => Create(
        new InvalidOperationException("A further plan was given for one script."), ErrorIds.SeveralPlans, ErrorCategory.InvalidOperation,
        plan,
        $"The script of the first plan is not overwritten with that of {plan}. Export each plan to a file of its own.");

    public static ErrorRecord SecondMigration(NamespaceMigration migration) => Create(
        new InvalidOperationException("A further migration was given for one runbook."), ErrorIds.SeveralMigrations,
        ErrorCategory.InvalidOperation, migration,
        $"The runbook of the first migration is not overwritten with that of {migration}. Export each migration by itself.");

    public static ErrorRecord MixedShells(NamespacePlan plan, IEnumerable<string> shells) => Create(
        new InvalidOperationException("The plan has lines for several shells."), ErrorIds.MixedShells, ErrorCategory.InvalidOperation, plan,
        $"The plan has lines for several shells ({string.Join("; ", shells)}), and each understands only its own. Choose one with "
            + "-ExchangeVersion, or give -Path for one file per shell.");

    public static ErrorRecord MixedViews(NamespacePlan plan) => Create(
        new InvalidOperationException("The lines are for two DNS servers."), ErrorIds.MixedViews, ErrorCategory.InvalidOperation, plan,
        "The inside and the outside records belong on different DNS servers, and one stream of lines would be run on one. Choose a view "
            + "with -View, or give -Path for a file per view.");

    public static ErrorRecord ServerNotInPlan(string server, IEnumerable<string> servers) => Create(
        new ArgumentException($"{VisibleText.Short(server)} is not in the plan."), ErrorIds.ServerNotInPlan, ErrorCategory.ObjectNotFound,
        server,
        $"'{VisibleText.Short(server)}' is not a server of the plan. {NearNames.Sentence(server, [.. servers], "Its servers are")}");

    public static ErrorRecord RehearseNotInVersion(IReadOnlyCollection<string> servers) => Create(
        new InvalidOperationException("-WhatIf is not documented for Exchange 2007 RTM."), ErrorIds.RehearseNotInVersion,
        ErrorCategory.NotImplemented, string.Join(", ", servers),
        "The cmdlets of Exchange 2007 RTM list no -WhatIf, so their lines would run for real: none is emitted for "
            + $"{string.Join(", ", servers)}. To read them, leave -Rehearse and -WhatIf out.");

    public static ErrorRecord LinesNotRehearsed(string subject) => Create(
        new InvalidOperationException("Under -WhatIf no line is written that would run for real."), ErrorIds.LinesNotRehearsed,
        ErrorCategory.InvalidOperation, subject,
        "-WhatIf or $WhatIfPreference is set, and these lines cannot be rehearsed. So that no pipeline runs them, none is written for "
            + $"{subject}. "
        + "To read them, run the command without -WhatIf and with no command behind it, or with -Path where the command has it.");

    public static ErrorRecord ReportNotShown(string path, string reason) => Create(
        new InvalidOperationException($"'{Shown(path)}' was not opened."), ErrorIds.ReportNotShown, ErrorCategory.OpenError, path,
        $"'{Shown(path)}' is written, but was not opened: {reason} Open it in a browser, or leave -Show out.");

    public static ErrorRecord DnsModelUnknown(Fqdn zone) => Create(
        new InvalidOperationException($"The views do not tell how {zone} is served inside."), ErrorIds.DnsModelUnknown,
        ErrorCategory.ResourceUnavailable, zone,
        $"How {zone} is served inside could not be told, so no model is stated for it. Read the findings of the zone, or state -DnsModel "
            + "by hand.");

    public static ErrorRecord BuildObjectNotRecognised(object input) => Create(
        new ArgumentException("The object carries no version.", "Version"), FaultIds.BuildObjectNotRecognised, ErrorCategory.InvalidType,
        input,
        $"The object of type {PSObject.AsPSObject(input).BaseObject.GetType().Name} has no AdminDisplayVersion and no FileVersion. Give a "
            + "version text, an object of Get-ExchangeServer, or the FileVersionInfo of ExSetup.exe.");

    private static string Shown(string path) => PathText.Of(path);

    private static ErrorRecord Create(Exception exception, string id, ErrorCategory category, object? target, string message)
    {
        ErrorRecord record = new(exception, id, category, target) { ErrorDetails = new ErrorDetails(ShownText.Of(message)) };
        // Windows PowerShell shows the target behind each message.
        record.CategoryInfo.TargetName = ShownText.Of(record.CategoryInfo.TargetName);
        return record;
    }
}
