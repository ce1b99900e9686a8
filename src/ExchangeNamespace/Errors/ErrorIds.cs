
namespace ExchangeNamespace.Errors;

/// <summary>Error ids of faults that are not about one input value; those have the ids of <see cref="Diagnostics.FaultIds"/>.</summary>
internal static class ErrorIds
{
    public const string FileNotFound = "FileNotFound";
    public const string FileExists = "FileExists";
    public const string FolderNotEmpty = "FolderNotEmpty";
    public const string FileNameNotKept = "FileNameNotKept";
    public const string FileTooLarge = "FileTooLarge";
    public const string PathNotReadable = "PathNotReadable";
    public const string PathNotWritable = "PathNotWritable";
    public const string PathNotFileSystem = "PathNotFileSystem";
    public const string PathIsLink = "PathIsLink";
    public const string FileNotText = "FileNotText";
    public const string PathAmbiguous = "PathAmbiguous";
    public const string DependencyLoadFailed = "DependencyLoadFailed";
    public const string SeveralPlans = "SeveralPlans";
    public const string SeveralMigrations = "SeveralMigrations";
    public const string MixedViews = "MixedViews";
    public const string MixedShells = "MixedShells";
    public const string ServerNotInPlan = "ServerNotInPlan";
    public const string DnsModelUnknown = "DnsModelUnknown";
    public const string RehearseNotInVersion = "RehearseNotInVersion";
    public const string LinesNotRehearsed = "LinesNotRehearsed";
    public const string ReportNotShown = "ReportNotShown";
}
