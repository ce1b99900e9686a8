namespace ExchangeNamespace.Diagnostics;

/// <summary>Error ids of refused input. They are public: scripts may match on them.</summary>
public static class FaultIds
{
    /// <summary>A name is empty or missing.</summary>
    public const string NameEmpty = "NameEmpty";

    /// <summary>A name contains white space or a control character.</summary>
    public const string NameHasSpace = "NameHasSpace";

    /// <summary>An IP address stands where a host name is wanted.</summary>
    public const string IpAddressWhereHostExpected = "IpAddressWhereHostExpected";

    /// <summary>A URL stands where a host name is wanted.</summary>
    public const string UrlWhereHostExpected = "UrlWhereHostExpected";

    /// <summary>A bare name stands where a URL is wanted.</summary>
    public const string HostWhereUrlExpected = "HostWhereUrlExpected";

    /// <summary>A URL has a scheme other than http or https.</summary>
    public const string UrlSchemeUnsupported = "UrlSchemeUnsupported";

    /// <summary>A URL carries a user name, a port, a query or a fragment.</summary>
    public const string UrlPartNotAllowed = "UrlPartNotAllowed";

    /// <summary>A URL has no path, or one with a character that the paths of Exchange do not have.</summary>
    public const string UrlPathInvalid = "UrlPathInvalid";

    /// <summary>A wildcard stands where one host is wanted.</summary>
    public const string WildcardHost = "WildcardHost";

    /// <summary>A wildcard certificate name is not one asterisk as the whole left-most label.</summary>
    public const string WildcardMisplaced = "WildcardMisplaced";

    /// <summary>A wildcard stands on a public suffix or a top-level domain.</summary>
    public const string WildcardTooBroad = "WildcardTooBroad";

    /// <summary>A host name contains an underscore.</summary>
    public const string NameHasUnderscore = "NameHasUnderscore";

    /// <summary>A host name ends in a dot.</summary>
    public const string NameTrailingDot = "NameTrailingDot";

    /// <summary>A host name has an empty label: a leading dot or two dots in a row.</summary>
    public const string NameEmptyLabel = "NameEmptyLabel";

    /// <summary>A label is longer than 63 characters.</summary>
    public const string LabelTooLong = "LabelTooLong";

    /// <summary>A name is longer than 253 characters.</summary>
    public const string NameTooLong = "NameTooLong";

    /// <summary>A label begins or ends with a hyphen, or has two hyphens in places three and four without being an A-label.</summary>
    public const string LabelHyphen = "LabelHyphen";

    /// <summary>A name contains a character that host names do not have.</summary>
    public const string NameBadCharacter = "NameBadCharacter";

    /// <summary>An internationalised name has no dependable ASCII form.</summary>
    public const string NameNotMappable = "NameNotMappable";

    /// <summary>The last label is numeric.</summary>
    public const string NameNumericTopLevel = "NameNumericTopLevel";

    /// <summary>A name has one label where a full domain name is wanted.</summary>
    public const string NameSingleLabel = "NameSingleLabel";

    /// <summary>A server name is longer than the 15 characters of a NetBIOS name.</summary>
    public const string NetBiosNameTooLong = "NetBiosNameTooLong";

    /// <summary>A server name consists of digits only.</summary>
    public const string ServerNameNumeric = "ServerNameNumeric";

    /// <summary>A node is not among the nodes of the cluster.</summary>
    public const string NodeNotInCluster = "NodeNotInCluster";

    /// <summary>Exchange is not completely installed on a node that was to be forced or moved to.</summary>
    public const string NodeNotFullExchange = "NodeNotFullExchange";

    /// <summary>Force quorum was asked for without the confirmation that the other site is down.</summary>
    public const string OtherSiteNotConfirmed = "OtherSiteNotConfirmed";

    /// <summary>A Windows version has no such quorum model.</summary>
    public const string QuorumModelNotInVersion = "QuorumModelNotInVersion";

    /// <summary>The nodes that are up have quorum, so forcing it would be wrong.</summary>
    public const string QuorumPresent = "QuorumPresent";

    /// <summary>Even a new witness would not give the nodes that are up a quorum.</summary>
    public const string QuorumOutOfReach = "QuorumOutOfReach";

    /// <summary>A text cannot stand in a line of cmd.exe.</summary>
    public const string TextNotForCmd = "TextNotForCmd";

    /// <summary>A text cannot stand in a line of the chosen shell.</summary>
    public const string TextNotForShell = "TextNotForShell";

    /// <summary>The name of a runbook's file ends neither in .md nor in .json.</summary>
    public const string RunbookFormUnknown = "RunbookFormUnknown";

    /// <summary>A runbook was to be written to a file that Windows would run.</summary>
    public const string RunbookIsNoScript = "RunbookIsNoScript";

    /// <summary>A server was given twice.</summary>
    public const string ServerDuplicate = "ServerDuplicate";

    /// <summary>A server names a site other than the ones given, or none where several sites are given.</summary>
    public const string ServerSiteUnknown = "ServerSiteUnknown";

    /// <summary>No server with a client-access role was given.</summary>
    public const string ServerMissing = "ServerMissing";

    /// <summary>An input object has none of the properties of a server.</summary>
    public const string ServerNotRecognised = "ServerNotRecognised";

    /// <summary>A site was given twice.</summary>
    public const string SiteDuplicate = "SiteDuplicate";

    /// <summary>A site or server contradicts itself, for example not Internet-facing but with an external host.</summary>
    public const string SiteContradiction = "SiteContradiction";

    /// <summary>A site name is not usable.</summary>
    public const string SiteNameInvalid = "SiteNameInvalid";

    /// <summary>A version text is not known.</summary>
    public const string VersionUnknown = "VersionUnknown";

    /// <summary>Neither the server nor the plan states a version.</summary>
    public const string VersionMissing = "VersionMissing";

    /// <summary>A version text names a product whose service packs exclude each other's parameters.</summary>
    public const string VersionAmbiguous = "VersionAmbiguous";

    /// <summary>A member of a design file or a key of a hashtable is not known.</summary>
    public const string MemberUnknown = "MemberUnknown";

    /// <summary>A member has a value of the wrong kind.</summary>
    public const string MemberWrongType = "MemberWrongType";

    /// <summary>A required parameter or member is missing.</summary>
    public const string MemberMissing = "MemberMissing";

    /// <summary>A member stands twice in one object.</summary>
    public const string MemberDuplicate = "MemberDuplicate";

    /// <summary>A value is not one of the listed values.</summary>
    public const string ValueNotListed = "ValueNotListed";

    /// <summary>Two inputs contradict each other.</summary>
    public const string InputContradiction = "InputContradiction";

    /// <summary>A text is not an IP address.</summary>
    public const string AddressInvalid = "AddressInvalid";

    /// <summary>A text contains a line break or control character.</summary>
    public const string TextHasControlCharacter = "TextHasControlCharacter";

    /// <summary>A value lies outside its limits.</summary>
    public const string ValueOutOfRange = "ValueOutOfRange";

    /// <summary>A text is not a window of the week, such as <c>Sat 22:00-02:00</c>.</summary>
    public const string HoursInvalid = "HoursInvalid";

    /// <summary>A document is not JSON: cut short, with a comment, too deep, or otherwise against RFC 8259.</summary>
    public const string JsonInvalid = "JsonInvalid";

    /// <summary>A file of the module is of another kind than the command reads.</summary>
    public const string FileOfOtherKind = "FileOfOtherKind";

    /// <summary>A document states a schema version that this module does not read.</summary>
    public const string SchemaVersionUnsupported = "SchemaVersionUnsupported";

    /// <summary>SSL offloading was asked for on a server that uses Extended Protection.</summary>
    public const string SslOffloadingWithExtendedProtection = "SslOffloadingWithExtendedProtection";

    /// <summary>A country is not a code of two ASCII letters.</summary>
    public const string CountryInvalid = "CountryInvalid";

    /// <summary>A path is not an absolute Windows path of a file.</summary>
    public const string PathInvalid = "PathInvalid";

    /// <summary>A path contains a wildcard character.</summary>
    public const string PathHasWildcard = "PathHasWildcard";

    /// <summary>A version has no such certificate service.</summary>
    public const string CertificateServiceNotInVersion = "CertificateServiceNotInVersion";

    /// <summary>A version cannot be served by a deployment script.</summary>
    public const string DeploymentNotInVersion = "DeploymentNotInVersion";

    /// <summary>No name of a certificate is short enough to be its common name.</summary>
    public const string CommonNameMissing = "CommonNameMissing";

    /// <summary>No version text was given where a build is wanted.</summary>
    public const string BuildTextEmpty = "BuildTextEmpty";

    /// <summary>A version text has none of the forms in which builds are written.</summary>
    public const string BuildTextUnreadable = "BuildTextUnreadable";

    /// <summary>A version text names a product without a level, or several different builds.</summary>
    public const string BuildTextAmbiguous = "BuildTextAmbiguous";

    /// <summary>A build belongs to no family of Exchange 2007 or later.</summary>
    public const string BuildFamilyUnknown = "BuildFamilyUnknown";

    /// <summary>The catalogue has no build with all the names given.</summary>
    public const string BuildNameUnknown = "BuildNameUnknown";

    /// <summary>The catalogue has no update with that KB number.</summary>
    public const string BuildKbUnknown = "BuildKbUnknown";

    /// <summary>An input object carries no version.</summary>
    public const string BuildObjectNotRecognised = "BuildObjectNotRecognised";

    /// <summary>Two builds to compare belong to different products, or the older one is the newer.</summary>
    public const string BuildsNotInOrder = "BuildsNotInOrder";

    /// <summary>An existing SPF record cannot be read.</summary>
    public const string SpfRecordInvalid = "SpfRecordInvalid";

    /// <summary>A record would let every sender of the world pass.</summary>
    public const string SpfAllowsEveryone = "SpfAllowsEveryone";

    /// <summary>A record would take more look-ups, or void look-ups, than receivers make.</summary>
    public const string SpfTooManyLookups = "SpfTooManyLookups";

    /// <summary>A record would depend on another that is missing or cannot be used.</summary>
    public const string SpfOtherRecordUnusable = "SpfOtherRecordUnusable";

    /// <summary>A record would name no sender.</summary>
    public const string SpfSenderMissing = "SpfSenderMissing";

    /// <summary>A term to leave out is not in the existing record.</summary>
    public const string SpfTermUnknown = "SpfTermUnknown";

    /// <summary>Whether a name has an SPF record could not be told.</summary>
    public const string SpfRecordNotTold = "SpfRecordNotTold";

    /// <summary>A text is no mail address.</summary>
    public const string EmailAddressInvalid = "EmailAddressInvalid";

    /// <summary>A known answer of a name cannot be read.</summary>
    public const string KnownAnswerInvalid = "KnownAnswerInvalid";

    /// <summary>No server of the plan or state is in the site that was named.</summary>
    public const string MailboxSiteUnknown = "MailboxSiteUnknown";

    /// <summary>A plan has no mail host where mail is asked for.</summary>
    public const string MailNotPlanned = "MailNotPlanned";

    /// <summary>A text is not the address and port of a receive connector.</summary>
    public const string BindingInvalid = "BindingInvalid";

    /// <summary>A connector cannot have the name, or setup has it already.</summary>
    public const string ConnectorNameInvalid = "ConnectorNameInvalid";

    /// <summary>A Default connector would break mail between servers with the name.</summary>
    public const string DefaultConnectorFqdnRefused = "DefaultConnectorFqdnRefused";

    /// <summary>A capture file is no whole CliXml document, or breaks a bound.</summary>
    public const string StateFileInvalid = "StateFileInvalid";

    /// <summary>A directory server cannot be reached, or does not answer as one.</summary>
    public const string DirectoryUnreachable = "DirectoryUnreachable";

    /// <summary>A directory server gave no answer in time.</summary>
    public const string DirectoryTimeout = "DirectoryTimeout";

    /// <summary>A directory server refuses the sign-in.</summary>
    public const string DirectoryRefused = "DirectoryRefused";

    /// <summary>A password would go to a directory server in clear.</summary>
    public const string DirectoryNeedsTls = "DirectoryNeedsTls";

    /// <summary>A directory server does not serve the domain of an account.</summary>
    public const string DirectoryOfOtherDomain = "DirectoryOfOtherDomain";

    /// <summary>The PowerShell at hand has no library for directories.</summary>
    public const string DirectoryLibraryMissing = "DirectoryLibraryMissing";

    /// <summary>A configuration of IIS is no whole one, or breaks a bound.</summary>
    public const string IisConfigurationInvalid = "IisConfigurationInvalid";

    /// <summary>An object or file does not belong to a capture.</summary>
    public const string StateObjectNotRecognised = "StateObjectNotRecognised";

    /// <summary>A captured object lacks what tells it from others.</summary>
    public const string StateObjectIncomplete = "StateObjectIncomplete";

    /// <summary>A captured value has another type than the property has in Exchange.</summary>
    public const string StateValueInvalid = "StateValueInvalid";

    /// <summary>A capture holds nothing of Exchange.</summary>
    public const string StateEmpty = "StateEmpty";

    /// <summary>A file is no certificate in a known form, or damaged.</summary>
    public const string CertificateUnreadable = "CertificateUnreadable";

    /// <summary>An input has more values to refuse than are listed.</summary>
    public const string TooManyFaults = "TooManyFaults";

    /// <summary>A file has more values, levels or bytes than are read.</summary>
    public const string InputOverLimit = "InputOverLimit";

    /// <summary>A certificate or file has a key, names, a structure or work over a limit.</summary>
    public const string CertificateOverLimit = "CertificateOverLimit";

    /// <summary>A file holds no certificate and no request.</summary>
    public const string CertificateMissing = "CertificateMissing";

    /// <summary>A certificate file needs a password.</summary>
    public const string CertificatePasswordMissing = "CertificatePasswordMissing";

    /// <summary>The password does not open a certificate file.</summary>
    public const string CertificatePasswordWrong = "CertificatePasswordWrong";

    /// <summary>A plan has no certificate.</summary>
    public const string CertificateNotPlanned = "CertificateNotPlanned";

    /// <summary>A plan has several certificates, and none was chosen.</summary>
    public const string CertificateNotChosen = "CertificateNotChosen";

    /// <summary>A machine carries no certificate of the plan.</summary>
    public const string MachineNotInPlan = "MachineNotInPlan";

    /// <summary>A text is not a host or address with a port.</summary>
    public const string EndpointInvalid = "EndpointInvalid";

    /// <summary>An undo was asked for without the captured state that it puts back.</summary>
    public const string UndoNeedsState = "UndoNeedsState";

    /// <summary>A certificate cannot do with the number of names allowed.</summary>
    public const string CertificateNamesOverBudget = "CertificateNamesOverBudget";

    /// <summary>No server of the plan or state has the name.</summary>
    public const string RouteServerUnknown = "RouteServerUnknown";

    /// <summary>The plan or state has no such site.</summary>
    public const string RouteSiteUnknown = "RouteSiteUnknown";

    /// <summary>No server is known that a client could reach.</summary>
    public const string RouteEntryMissing = "RouteEntryMissing";

    /// <summary>A text is no thumbprint.</summary>
    public const string ThumbprintInvalid = "ThumbprintInvalid";

    /// <summary>The captured state does not show a certificate that was named.</summary>
    public const string CertificateNotInState = "CertificateNotInState";

    /// <summary>A connector is on no server of the plan.</summary>
    public const string ConnectorServerNotInPlan = "ConnectorServerNotInPlan";

    /// <summary>The name of a report does not end in .html or .md.</summary>
    public const string ReportFormUnknown = "ReportFormUnknown";

    /// <summary>An object is no result of a command that checks.</summary>
    public const string ReportResultNotRecognised = "ReportResultNotRecognised";

    /// <summary>Two versions cannot stand in one organisation.</summary>
    public const string MigrationPathUnsupported = "MigrationPathUnsupported";

    /// <summary>A server would get an older version than it has.</summary>
    public const string MigrationServerOlder = "MigrationServerOlder";

    /// <summary>A server would become another version in place that no server becomes.</summary>
    public const string MigrationServerNameReused = "MigrationServerNameReused";

    /// <summary>No server comes, goes or changes.</summary>
    public const string MigrationNothingToDo = "MigrationNothingToDo";
}
