/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n": typeof types.PaletteDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n      managedGroups {\n        id\n      }\n      features {\n        name\n        enabled\n        reason\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query NoAccessPage {\n    viewer {\n      user {\n        firstName\n        lastName\n        email\n      }\n      features {\n        name\n        enabled\n        reason\n      }\n    }\n  }\n": typeof types.NoAccessPageDocument,
    "\n  mutation NoAccessPageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.NoAccessPageSignOutDocument,
    "\n  mutation CreateContract($input: CreateContractInput!) {\n    createContract(input: $input) {\n      contract {\n        id\n        number\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CreateContractDocument,
    "\n  mutation UpdateContract($input: UpdateContractInput!) {\n    updateContract(input: $input) {\n      contract {\n        id\n        number\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateContractDocument,
    "\n  mutation DeleteContract($input: IDInput!) {\n    deleteContract(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteContractDocument,
    "\n  mutation UpdateCustomer($input: UpdateCompanyInput!) {\n    updateCompany(input: $input) {\n      company {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateCustomerDocument,
    "\n  query CustomersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {\n    companies(first: $first, after: $after, last: $last, before: $before, search: $search) {\n      edges {\n        node {\n          id\n          name\n          emailDomain\n          userCount\n          contracts {\n            id\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.CustomersPageDocument,
    "\n  mutation DeleteCustomer($input: IDInput!) {\n    deleteCompany(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteCustomerDocument,
    "\n  mutation NewCustomer($input: CreateCompanyInput!) {\n    createCompany(input: $input) {\n      company {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.NewCustomerDocument,
    "\n  query CustomerPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Company {\n        id\n        version\n        name\n        emailDomain\n        phone\n        address\n        userCount\n        contracts {\n          id\n          version\n          number\n          name\n          startsOn\n          endsOn\n        }\n        administrators(first: 20) {\n          edges {\n            node {\n              id\n              firstName\n              lastName\n              email\n            }\n          }\n          totalCount\n        }\n      }\n    }\n  }\n": typeof types.CustomerPageDocument,
    "\n  query ConfirmPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n": typeof types.ConfirmPageDocument,
    "\n  mutation ConfirmSignup($token: String!) {\n    confirmSignup(token: $token) {\n      accepted\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConfirmSignupDocument,
    "\n  mutation RotateClient($input: IDInput!) {\n    rotateAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        tokenPrefix\n        previousTokenUntil\n      }\n      token\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RotateClientDocument,
    "\n  mutation RevokeClient($input: IDInput!) {\n    revokeAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        revokedAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RevokeClientDocument,
    "\n  mutation EditClient($input: UpdateAPIClientInput!) {\n    updateAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.EditClientDocument,
    "\n  mutation NewClientPage($input: CreateAPIClientInput!) {\n    createAPIClient(input: $input) {\n      apiClient {\n        id\n        name\n      }\n      token\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.NewClientPageDocument,
    "\n  query ReachCompanies($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.ReachCompaniesDocument,
    "\n  query ReachGroups($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.ReachGroupsDocument,
    "\n  query SignupFormPage {\n    settings {\n      redirectOrigins\n    }\n  }\n": typeof types.SignupFormPageDocument,
    "\n  query ViewAsPage($after: Cursor, $search: String) {\n    viewer {\n      apiClient {\n        id\n        name\n      }\n    }\n    users(first: 20, after: $after, filter: { search: $search }, orderBy: [{ field: LAST_NAME }]) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          title\n          company {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ViewAsPageDocument,
    "\n  query Clients {\n    apiClients {\n      id\n      version\n      name\n      scopes\n      reach\n      companies {\n        id\n        name\n      }\n      groups {\n        id\n        name\n      }\n      allowedOrigins\n      expiresAt\n      lastUsedAt\n      revokedAt\n      tokenPrefix\n      previousTokenUntil\n    }\n  }\n": typeof types.ClientsDocument,
    "\n  query DeliveriesPage($first: Int, $after: Cursor, $filter: MessageFilter) {\n    messages(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          to\n          kind\n          subject\n          state\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.DeliveriesPageDocument,
    "\n  query InvitationsPage($first: Int, $after: Cursor, $filter: UserFilter, $messages: Boolean!) {\n    users(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          company {\n            id\n            name\n          }\n          account {\n            email\n            linkExpiresAt\n            revokedAt\n          }\n          messages(first: 1) @include(if: $messages) {\n            edges {\n              node {\n                id\n                state\n                error\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.InvitationsPageDocument,
    "\n  query MessagePage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Message {\n        id\n        kind\n        isTest\n        to\n        subject\n        state\n        error\n        createdAt\n        sentAt\n        deliveredAt\n        openedAt\n        resolvedAt\n        linkExpiresAt\n        linkUsedAt\n        linkState\n        text\n        user {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n  }\n": typeof types.MessagePageDocument,
    "\n  mutation UseInvitationRun($input: BulkUpdateUsersInput!) {\n    bulkUpdateUsers(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.UseInvitationRunDocument,
    "\n  query TemplatePreview($input: TemplatePreviewInput!) {\n    templatePreview(input: $input) {\n      subject\n      text\n      html\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TemplatePreviewDocument,
    "\n  mutation SendTest($input: SendTestMessageInput!) {\n    sendTestMessage(input: $input) {\n      message {\n        id\n        state\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n": typeof types.SendTestDocument,
    "\n  query TemplateList {\n    templates {\n      id\n      kind\n      locale\n      subject\n      isEdited\n    }\n  }\n": typeof types.TemplateListDocument,
    "\n  query VersionsOf($filter: ChangeFilter!, $first: Int, $after: Cursor) {\n    changes(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          at\n          actor\n          undoable\n          fields {\n            name\n            old\n            new\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.VersionsOfDocument,
    "\n  mutation RestoreTemplate($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RestoreTemplateDocument,
    "\n  query TemplatePage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Template {\n        id\n        version\n        kind\n        locale\n        subject\n        text\n        html\n        isEdited\n        placeholders {\n          name\n          meaning\n          isNeeded\n          isSecret\n        }\n      }\n    }\n  }\n": typeof types.TemplatePageDocument,
    "\n  mutation UpdateTemplate($input: UpdateTemplateInput!) {\n    updateTemplate(input: $input) {\n      template {\n        id\n        version\n        subject\n        text\n        html\n        isEdited\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n": typeof types.UpdateTemplateDocument,
    "\n  mutation ResendMessage($input: IDInput!, $override: [WarningCode!]) {\n    resendMessage(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        to\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResendMessageDocument,
    "\n  mutation ResolveMessage($input: ResolveMessageInput!) {\n    resolveMessage(input: $input) {\n      message {\n        id\n        to\n        state\n        error\n        resolvedAt\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResolveMessageDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      group {\n        id\n        version\n        name\n        description\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateGroupDocument,
    "\n  query UsersToAdd($search: String) {\n    users(first: 20, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          isGlobalAdmin\n          memberships {\n            group {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.UsersToAddDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteGroupDocument,
    "\n  query GroupsToMoveTo($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n        }\n      }\n    }\n  }\n": typeof types.GroupsToMoveToDocument,
    "\n  query GroupPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Group {\n        id\n        ...GroupScreen\n      }\n    }\n  }\n": typeof types.GroupPageDocument,
    "\n  fragment GroupScreen on Group {\n    id\n    version\n    name\n    description\n    isDefault\n    memberCount\n    managers {\n      id\n      firstName\n      lastName\n    }\n  }\n": typeof types.GroupScreenFragmentDoc,
    "\n  query GroupsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {\n    groups(first: $first, after: $after, last: $last, before: $before, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n          memberCount\n          managers {\n            id\n            firstName\n            lastName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.GroupsPageDocument,
    "\n  mutation NewGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.NewGroupDocument,
    "\n  mutation AddMembers($input: MembersInput!) {\n    addMembers(input: $input) {\n      group {\n        id\n        memberCount\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.AddMembersDocument,
    "\n  mutation RemoveMembers($input: MembersInput!) {\n    removeMembers(input: $input) {\n      group {\n        id\n        memberCount\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RemoveMembersDocument,
    "\n  mutation SetManager($input: SetManagerInput!) {\n    setManager(input: $input) {\n      group {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SetManagerDocument,
    "\n  query ExportOptions {\n    sheetColumns {\n      key\n      heading\n    }\n  }\n": typeof types.ExportOptionsDocument,
    "\n  mutation PauseJob($input: UpdateJobInput!) {\n    updateJob(input: $input) {\n      job {\n        id\n        version\n        enabled\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.PauseJobDocument,
    "\n  mutation DeleteJob($input: IDInput!) {\n    deleteJob(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteJobDocument,
    "\n  mutation JobPage($input: UpdateJobInput!) {\n    updateJob(input: $input) {\n      job {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.JobPageDocument,
    "\n  mutation NewJobPage($input: CreateJobInput!) {\n    createJob(input: $input) {\n      job {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.NewJobPageDocument,
    "\n  query PurgeConfirm($days: Int!) {\n    purgeable(days: $days)\n  }\n": typeof types.PurgeConfirmDocument,
    "\n  fragment RunFacts on JobRun {\n    id\n    kind\n    job {\n      id\n      name\n    }\n    state\n    total\n    handled\n    failed\n    log\n    createdAt\n    startedAt\n    finishedAt\n    failuresUrl\n  }\n": typeof types.RunFactsFragmentDoc,
    "\n  query RunPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on JobRun {\n        ...RunFacts\n      }\n    }\n  }\n": typeof types.RunPageDocument,
    "\n  subscription RunGoesOn($id: ID!) {\n    jobRun(id: $id) {\n      ...RunFacts\n    }\n  }\n": typeof types.RunGoesOnDocument,
    "\n  mutation RetryFailed($input: IDInput!) {\n    retryFailed(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RetryFailedDocument,
    "\n  query RunsOf($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on Job {\n        id\n        runs(first: $first, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              state\n              createdAt\n              handled\n              failed\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.RunsOfDocument,
    "\n  query ScheduleFields($schedule: String!, $timeZone: String!) {\n    scheduledTimes(schedule: $schedule, timeZone: $timeZone)\n  }\n": typeof types.ScheduleFieldsDocument,
    "\n  query Jobs {\n    jobs {\n      id\n      version\n      name\n      schedule\n      timeZone\n      enabled\n      steps {\n        task\n        options\n      }\n      nextRunAt\n      nextRuns\n      runs(first: 1) {\n        edges {\n          node {\n            id\n            state\n            createdAt\n            handled\n            failed\n          }\n        }\n      }\n    }\n  }\n": typeof types.JobsDocument,
    "\n  mutation MePageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.MePageSignOutDocument,
    "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RenewRecoveryCodesDocument,
    "\n  mutation RemovePasskey($input: IDInput!) {\n    removePasskey(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RemovePasskeyDocument,
    "\n  mutation ChangeMyPassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ChangeMyPasswordDocument,
    "\n  mutation EndMySessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.EndMySessionsDocument,
    "\n  query MePage {\n    viewer {\n      user {\n        id\n        version\n        email\n        firstName\n        lastName\n        cellPhone\n        officePhone\n        locale\n        timeZone\n        emailSubscribed\n        emailSubscriptionChangedAt\n        account {\n          email\n          loginName\n          factorProvider\n          requiredFactor\n          passkeys {\n            id\n            name\n            createdAt\n            lastUsedAt\n          }\n          sessions {\n            id\n            lastSeenAt\n            ip\n            userAgent\n            current\n          }\n        }\n      }\n      emailLocales\n      permissions\n      managedGroups {\n        id\n      }\n    }\n  }\n": typeof types.MePageDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      user {\n        id\n        version\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateProfileDocument,
    "\n  query RemindersFeed {\n    viewer {\n      remindersFeedUrl\n    }\n  }\n": typeof types.RemindersFeedDocument,
    "\n  mutation ResetRemindersFeed {\n    resetRemindersFeed {\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.ResetRemindersFeedDocument,
    "\n  mutation DeleteRole($input: IDInput!) {\n    deleteRole(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteRoleDocument,
    "\n  mutation NewRolePage($input: CreateRoleInput!) {\n    createRole(input: $input) {\n      role {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.NewRolePageDocument,
    "\n  mutation RoleForm($input: UpdateRoleInput!) {\n    updateRole(input: $input) {\n      role {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.RoleFormDocument,
    "\n  query RolesPage {\n    roles {\n      id\n      name\n      isBuiltIn\n      requiresFactor\n      reach\n      userCount\n      grants {\n        id\n        name\n      }\n    }\n  }\n": typeof types.RolesPageDocument,
    "\n  query RoleQuery {\n    roles {\n      id\n      version\n      name\n      isBuiltIn\n      requiresFactor\n      reach\n      permissions\n      userCount\n      grants {\n        id\n        name\n      }\n    }\n  }\n": typeof types.RoleQueryDocument,
    "\n  mutation FeaturesPage($input: SetFeatureInput!) {\n    setFeature(input: $input) {\n      feature {\n        name\n        enabled\n        reason\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.FeaturesPageDocument,
    "\n  query GeneralPage {\n    settings {\n      version\n      activityRetentionDays\n      keepUnknownActivities\n      redirectOrigins\n      nudgeBeforeExpiry\n      defaultLocale\n    }\n  }\n": typeof types.GeneralPageDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      settings {\n        version\n        activityRetentionDays\n        keepUnknownActivities\n        redirectOrigins\n        nudgeBeforeExpiry\n        defaultLocale\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n": typeof types.UpdateSettingsDocument,
    "\n  mutation CreateProtectedPage($input: ProtectedPageInput!) {\n    createProtectedPage(input: $input) {\n      protectedPage {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n": typeof types.CreateProtectedPageDocument,
    "\n  mutation UpdateProtectedPage($input: ProtectedPageInput!) {\n    updateProtectedPage(input: $input) {\n      protectedPage {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n": typeof types.UpdateProtectedPageDocument,
    "\n  query GroupsOfPage($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.GroupsOfPageDocument,
    "\n  mutation DeleteProtectedPage($input: IDInput!) {\n    deleteProtectedPage(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteProtectedPageDocument,
    "\n  query ProtectedPages {\n    protectedPages {\n      id\n      version\n      pattern\n      groups {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ProtectedPagesDocument,
    "\n  mutation ChangePasswordPage($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ChangePasswordPageDocument,
    "\n  mutation EnrolPage {\n    enrolTOTP {\n      secret\n      otpauthUrl\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.EnrolPageDocument,
    "\n  mutation EnrolPageConfirm($input: VerifyFactorInput!) {\n    confirmTOTP(input: $input) {\n      recoveryCodes\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.EnrolPageConfirmDocument,
    "\n  mutation FactorPage($input: VerifyFactorInput!) {\n    verifyFactor(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.FactorPageDocument,
    "\n  mutation ForgotPage($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ForgotPageDocument,
    "\n  mutation LinkExpiredPage($input: RenewLinkInput!) {\n    renewLink(input: $input) {\n      accepted\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.LinkExpiredPageDocument,
    "\n  mutation SetPasswordForm($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetPasswordFormDocument,
    "\n  query SetPasswordPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n": typeof types.SetPasswordPageDocument,
    "\n  mutation SetUpPage($input: SetUpInput!) {\n    setUp(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetUpPageDocument,
    "\n  mutation SignInPage($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SignInPageDocument,
    "\n  query ExportsPage($first: Int, $after: Cursor) {\n    exports(first: $first, after: $after) {\n      edges {\n        node {\n          ...ExportFacts\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.ExportsPageDocument,
    "\n  mutation RunImport($input: RunImportInput!) {\n    runImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RunImportDocument,
    "\n  mutation StopImport($input: IDInput!) {\n    stopImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.StopImportDocument,
    "\n  query ImportsPage($first: Int, $after: Cursor) {\n    imports(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          fileName\n          state\n          rows\n          added\n          updated\n          failed\n          createdAt\n        }\n        cursor\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.ImportsPageDocument,
    "\n  query InvitationsField {\n    nextNotice {\n      at\n    }\n  }\n": typeof types.InvitationsFieldDocument,
    "\n  query ImportIssues($id: ID!, $severity: IssueSeverity, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        issues(first: $first, after: $after, severity: $severity) {\n          edges {\n            node {\n              row\n              column\n              cell\n              code\n              message\n              severity\n            }\n            cursor\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          totalCount\n        }\n      }\n    }\n  }\n": typeof types.ImportIssuesDocument,
    "\n  query MatchStep {\n    sheetColumns {\n      key\n      heading\n      required\n      readOnly\n      hint\n    }\n  }\n": typeof types.MatchStepDocument,
    "\n  mutation MapImport($input: MapImportInput!) {\n    mapImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.MapImportDocument,
    "\n  mutation NewImportPage($file: Upload!, $options: ImportOptions) {\n    checkImport(file: $file, options: $options) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.NewImportPageDocument,
    "\n  query SheetNote($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        sheet {\n          name\n          others\n        }\n      }\n    }\n  }\n": typeof types.SheetNoteDocument,
    "\n  mutation UndoImport($input: IDInput!) {\n    undoImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.UndoImportDocument,
    "\n  fragment ImportFacts on Import {\n    id\n    state\n    fileName\n    rows\n    processed\n    added\n    updated\n    unchanged\n    failed\n    warned\n    problemFileUrl\n    undoableUntil\n    undoReport {\n      reversed\n      kept {\n        entityId\n        name\n        reason\n      }\n      failed {\n        entityId\n        name\n        reason\n      }\n    }\n    columns {\n      heading\n      samples\n      field\n    }\n    isOwn\n    onExisting\n    notify\n    reason\n    createdAt\n    startedAt\n    finishedAt\n    fileErasedAt\n  }\n": typeof types.ImportFactsFragmentDoc,
    "\n  query UseFix {\n    sheetColumns {\n      key\n      heading\n      hint\n    }\n  }\n": typeof types.UseFixDocument,
    "\n  query UseImport($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        ...ImportFacts\n      }\n    }\n  }\n": typeof types.UseImportDocument,
    "\n  subscription ImportGoesOn($id: ID!) {\n    importProgress(id: $id) {\n      ...ImportFacts\n    }\n  }\n": typeof types.ImportGoesOnDocument,
    "\n  fragment AccountDetails on User {\n    id\n    email\n    firstName\n    lastName\n    status\n    role {\n      id\n      name\n    }\n    account {\n      email\n      loginName\n      state\n      creationNotice\n      linkExpiresAt\n      temporaryUntil\n    }\n  }\n": typeof types.AccountDetailsFragmentDoc,
    "\n  query CompanyField($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          emailDomain\n        }\n      }\n    }\n  }\n": typeof types.CompanyFieldDocument,
    "\n  query ConsentHistory($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        consentHistory(first: $first, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            cursor\n            node {\n              subscribed\n              at\n              source\n              actor\n              proof\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConsentHistoryDocument,
    "\n  fragment DetailsForm on User {\n    id\n    version\n    email\n    firstName\n    lastName\n    title\n    cellPhone\n    officePhone\n    extension\n    address\n    company {\n      id\n      name\n    }\n    role {\n      id\n    }\n    account {\n      email\n    }\n    memberships {\n      role\n      group {\n        id\n        name\n        isDefault\n      }\n    }\n    hiddenGroupCount\n    assignments {\n      company {\n        id\n        name\n        contracts {\n          id\n          number\n          name\n        }\n      }\n      contract {\n        id\n      }\n    }\n    note @include(if: $notes)\n    ...Supersede\n  }\n": typeof types.DetailsFormFragmentDoc,
    "\n  mutation DetailsForm($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      user {\n        id\n        version\n        firstName\n        lastName\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.DetailsFormDocument,
    "\n  fragment DetailsTab on User {\n    id\n    ...DetailsView\n    ...DetailsForm\n    ...PasswordSection\n    ...EmailCommunication\n  }\n": typeof types.DetailsTabFragmentDoc,
    "\n  fragment DetailsView on User {\n    email\n    firstName\n    lastName\n    title\n    cellPhone\n    officePhone\n    extension\n    address\n    createdAt\n    updatedAt\n    isGlobalAdmin\n    company {\n      id\n      name\n    }\n    role {\n      id\n      name\n    }\n    memberships {\n      role\n      group {\n        id\n        name\n      }\n    }\n    hiddenGroupCount\n    assignments {\n      company {\n        id\n        name\n      }\n      contract {\n        number\n        name\n      }\n    }\n    note @include(if: $notes)\n    ...Supersede\n  }\n": typeof types.DetailsViewFragmentDoc,
    "\n  query DraftWarnings($draft: UserDraft!) {\n    userWarnings(draft: $draft) {\n      field\n      message\n    }\n  }\n": typeof types.DraftWarningsDocument,
    "\n  fragment EmailCommunication on User {\n    id\n    firstName\n    lastName\n    emailSubscribed\n    emailSubscriptionChangedAt\n    emailSubscriptionSource\n    unsubscribeUrl\n    consentHistory(first: 1) {\n      edges {\n        node {\n          actor\n        }\n      }\n    }\n  }\n": typeof types.EmailCommunicationFragmentDoc,
    "\n  mutation EmailCommunication($input: SetEmailSubscriptionInput!) {\n    setEmailSubscription(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n": typeof types.EmailCommunicationDocument,
    "\n  mutation FormProblems($input: UserIDInput!) {\n    reactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n        firstName\n        lastName\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.FormProblemsDocument,
    "\n  query GroupsField($search: String) {\n    groups(first: 50, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n        }\n      }\n    }\n  }\n": typeof types.GroupsFieldDocument,
    "\n  fragment LinkTrail on Message {\n    id\n    kind\n    to\n    state\n    error\n    createdAt\n    sentAt\n    deliveredAt\n    openedAt\n    linkExpiresAt\n    linkUsedAt\n    linkState\n    resolvedAt\n  }\n": typeof types.LinkTrailFragmentDoc,
    "\n  fragment NewAccountForm on User {\n    id\n    email\n    role {\n      id\n    }\n  }\n": typeof types.NewAccountFormFragmentDoc,
    "\n  mutation NewAccountForm($input: CreateAccountInput!) {\n    createAccount(input: $input) {\n      user {\n        id\n        version\n        account {\n          email\n          loginName\n          state\n          creationNotice\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.NewAccountFormDocument,
    "\n  mutation NewUserPage($input: CreateUserInput!, $messages: Boolean!) {\n    createUser(input: $input) {\n      user {\n        id\n        firstName\n        lastName\n        email\n        account {\n          email\n          notify\n        }\n        messages(first: 1) @include(if: $messages) {\n          edges {\n            node {\n              state\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.NewUserPageDocument,
    "\n  query NextNotice {\n    nextNotice {\n      at\n      job {\n        id\n      }\n    }\n  }\n": typeof types.NextNoticeDocument,
    "\n  query OwnCompany {\n    companies(first: 2) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.OwnCompanyDocument,
    "\n  fragment PasswordSection on User {\n    id\n    email\n    account {\n      email\n      state\n      notify\n      notifiedAt\n      linkExpiresAt\n      revokedAt\n    }\n  }\n": typeof types.PasswordSectionFragmentDoc,
    "\n  mutation RevokeInvitation($input: UserIDInput!) {\n    revokeInvitation(input: $input) {\n      user {\n        id\n        account {\n          state\n          linkExpiresAt\n          revokedAt\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n              state\n              linkState\n            }\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  fragment SettingsTab on User {\n    id\n    firstName\n    lastName\n    account {\n      email\n      revokedAt\n    }\n    messages(first: 20) @include(if: $messages) {\n      edges {\n        node {\n          id\n          state\n          ...LinkTrail\n        }\n      }\n    }\n    ...AccountDetails\n    ...SignInCard\n    ...NewAccountForm\n  }\n": typeof types.SettingsTabFragmentDoc,
    "\n  fragment SignInCard on User {\n    id\n    firstName\n    lastName\n    role {\n      id\n      name\n    }\n    account {\n      state\n      factorProvider\n      requiredFactor\n      sessions {\n        id\n        lastSeenAt\n        ip\n        userAgent\n        current\n      }\n    }\n  }\n": typeof types.SignInCardFragmentDoc,
    "\n  mutation SignInCardProvide($input: SetFactorProviderInput!) {\n    setFactorProvider(input: $input) {\n      user {\n        id\n        account {\n          factorProvider\n          requiredFactor\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignInCardProvideDocument,
    "\n  mutation SignInCardReset($input: UserIDInput!) {\n    resetFactor(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignInCardResetDocument,
    "\n  mutation SignInCardEnd($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignInCardEndDocument,
    "\n  mutation SignInCardUnlock($input: UserIDInput!) {\n    unlockAccount(input: $input) {\n      user {\n        id\n        account {\n          state\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.SignInCardUnlockDocument,
    "\n  fragment Supersede on User {\n    id\n    status\n    role {\n      id\n    }\n    supersedes {\n      id\n      firstName\n      lastName\n      email\n    }\n    supersededBy {\n      id\n      firstName\n      lastName\n      email\n    }\n    ...SupersedeDialog\n  }\n": typeof types.SupersedeFragmentDoc,
    "\n  fragment SupersedeDialog on User {\n    id\n    email\n    firstName\n    lastName\n    role {\n      id\n    }\n    account {\n      email\n      state\n      notify\n    }\n  }\n": typeof types.SupersedeDialogFragmentDoc,
    "\n  mutation SupersedeDialog($input: SupersedeUserInput!) {\n    supersedeUser(input: $input) {\n      user {\n        id\n        firstName\n        lastName\n        email\n        account {\n          email\n          notify\n        }\n        supersedes {\n          id\n          version\n          status\n          account {\n            email\n            state\n          }\n        }\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": typeof types.SupersedeDialogDocument,
    "\n  query UserCardPage($id: ID!, $notes: Boolean!, $messages: Boolean!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        firstName\n        lastName\n        email\n        status\n        lastSignInAt\n        role {\n          id\n          name\n        }\n        company {\n          id\n          name\n        }\n        account {\n          email\n          state\n        }\n        ...DetailsTab\n        ...SettingsTab\n      }\n    }\n  }\n": typeof types.UserCardPageDocument,
    "\n  query ActivitiesTab($id: ID!, $kinds: [String!], $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        activities(first: $first, after: $after, kinds: $kinds) {\n          edges {\n            node {\n              id\n              ...ActivityEntry\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.ActivitiesTabDocument,
    "\n  query ActivityKinds($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        activityKinds\n      }\n    }\n  }\n": typeof types.ActivityKindsDocument,
    "\n  subscription ActivityRecorded($id: ID!) {\n    activityRecorded(userId: $id) {\n      id\n    }\n  }\n": typeof types.ActivityRecordedDocument,
    "\n  fragment ActivityEntry on Activity {\n    id\n    kind\n    summary\n    source\n    actor\n    occurredAt\n  }\n": typeof types.ActivityEntryFragmentDoc,
    "\n  mutation DeleteActivity($input: IDInput!) {\n    deleteActivity(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteActivityDocument,
    "\n  mutation AddActivity($input: RecordActivityInput!) {\n    recordActivity(input: $input) {\n      activity {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.AddActivityDocument,
    "\n  query AddToGroup($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        version\n        memberships {\n          role\n          group {\n            id\n            name\n            isDefault\n          }\n        }\n      }\n    }\n  }\n": typeof types.AddToGroupDocument,
    "\n  query GroupsToAdd($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          isDefault\n        }\n      }\n    }\n  }\n": typeof types.GroupsToAddDocument,
    "\n  mutation AddToGroups($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      user {\n        id\n        version\n        memberships {\n          role\n          group {\n            id\n            name\n          }\n        }\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.AddToGroupsDocument,
    "\n  mutation SetTemporaryPassword($input: SetTemporaryPasswordInput!) {\n    setTemporaryPassword(input: $input) {\n      user {\n        id\n        version\n        account {\n          state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SetTemporaryPasswordDocument,
    "\n  fragment HistoryEntry on Change {\n    id\n    at\n    actor\n    origin\n    entity\n    operation\n    undoable\n    overriddenWarnings\n    fields {\n      name\n      old\n      new\n    }\n  }\n": typeof types.HistoryEntryFragmentDoc,
    "\n  query HistoryTab($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        changes(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              ...HistoryEntry\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          totalCount\n        }\n      }\n    }\n  }\n": typeof types.HistoryTabDocument,
    "\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.UndoChangeDocument,
    "\n  query UserPanel($id: ID!, $messages: Boolean!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        title\n        cellPhone\n        company {\n          id\n          name\n        }\n        account {\n          email\n          loginName\n          state\n          revokedAt\n        }\n        memberships {\n          group {\n            id\n            name\n          }\n        }\n        hiddenGroupCount\n        lastSignInAt\n        messages(first: 5) @include(if: $messages) {\n          edges {\n            node {\n              id\n              state\n              ...LinkTrail\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.UserPanelDocument,
    "\n  mutation DeactivateUser($input: UserIDInput!) {\n    deactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($input: UserIDInput!) {\n    reactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.ReactivateUserDocument,
    "\n  mutation DeleteUser($input: UserIDInput!) {\n    deleteUser(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteUserDocument,
    "\n  query ImportCustomers($first: Int, $after: Cursor, $search: String) {\n    companies(first: $first, after: $after, search: $search) {\n      edges {\n        node {\n          id\n          name\n          contracts {\n            id\n            number\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.ImportCustomersDocument,
    "\n  mutation DeleteView($input: IDInput!) {\n    deleteView(input: $input) {\n      deletedId\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteViewDocument,
    "\n  query FilterRoles {\n    roles {\n      id\n      name\n    }\n  }\n": typeof types.FilterRolesDocument,
    "\n  query FilterGroups($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.FilterGroupsDocument,
    "\n  query FilterCompanies($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.FilterCompaniesDocument,
    "\n  query Neighbours($at: Cursor!, $filter: UserFilter, $orderBy: [UserOrder!]) {\n    before: users(last: 1, before: $at, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n    after: users(first: 1, after: $at, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n  }\n": typeof types.NeighboursDocument,
    "\n  query Peek($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        firstName\n        lastName\n        email\n        status\n        role {\n          id\n          name\n        }\n        account {\n          email\n          state\n        }\n      }\n    }\n  }\n": typeof types.PeekDocument,
    "\n  query Reach($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        memberships {\n          role\n          group {\n            id\n            name\n          }\n        }\n        assignments {\n          company {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.ReachDocument,
    "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) {\n      savedView {\n        id\n        name\n        query\n        shared\n        isOwn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SaveViewDocument,
    "\n  mutation BulkDialog($input: BulkUpdateUsersInput!) {\n    bulkUpdateUsers(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.BulkDialogDocument,
    "\n  query GroupsPicker($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          isDefault\n        }\n      }\n    }\n  }\n": typeof types.GroupsPickerDocument,
    "\n  mutation UseTell($token: ID!) {\n    undo(token: $token) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.UseTellDocument,
    "\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Role {\n        id\n        name\n      }\n      ... on Group {\n        id\n        name\n      }\n      ... on Company {\n        id\n        name\n      }\n    }\n  }\n": typeof types.FilterNamesDocument,
    "\n  query SavedViews {\n    savedViews {\n      id\n      name\n      query\n      shared\n      isOwn\n    }\n  }\n": typeof types.SavedViewsDocument,
    "\n  query UseCounts {\n    all: users(first: 1) {\n      totalCount\n      totalCountIsEstimate\n    }\n    active: users(first: 1, filter: { status: [ACTIVE] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    inactive: users(first: 1, filter: { status: [INACTIVE] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    invited: users(first: 1, filter: { accountState: [INVITED, INVITATION_EXPIRED] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    locked: users(first: 1, filter: { accountState: [LOCKED] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n": typeof types.UseCountsDocument,
    "\n  query UsersCount($filter: UserFilter) {\n    users(first: 1, filter: $filter) {\n      totalCount(exact: true)\n    }\n  }\n": typeof types.UsersCountDocument,
    "\n  mutation ResendInvitation($input: UserIDInput!, $override: [WarningCode!]) {\n    resendInvitation(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        kind\n        to\n        state\n        user {\n          id\n          account {\n            state\n            linkExpiresAt\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ResendInvitationDocument,
    "\n  mutation SendPasswordReset($input: UserIDInput!, $override: [WarningCode!]) {\n    sendPasswordReset(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        kind\n        to\n        state\n        user {\n          id\n          account {\n            state\n            linkExpiresAt\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SendPasswordResetDocument,
    "\n  mutation InviteUser($input: CreateAccountInput!) {\n    createAccount(input: $input) {\n      user {\n        id\n        version\n        account {\n          email\n          state\n          creationNotice\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n              state\n            }\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.InviteUserDocument,
    "\n  query UseRoles {\n    roles {\n      id\n      name\n      isBuiltIn\n    }\n  }\n": typeof types.UseRolesDocument,
    "\n  query UsersPage(\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n    $filter: UserFilter\n    $orderBy: [UserOrder!]\n    $title: Boolean!\n    $cellPhone: Boolean!\n    $officePhone: Boolean!\n    $extension: Boolean!\n    $company: Boolean!\n    $loginName: Boolean!\n    $groups: Boolean!\n    $lastSignIn: Boolean!\n    $created: Boolean!\n    $consent: Boolean!\n  ) {\n    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n          email\n          status\n          role {\n            id\n            name\n          }\n          account {\n            email\n            state\n            loginName @include(if: $loginName)\n          }\n          memberships @include(if: $groups) {\n            group {\n              id\n              name\n            }\n          }\n          hiddenGroupCount @include(if: $groups)\n          lastSignInAt @include(if: $lastSignIn)\n          title @include(if: $title)\n          cellPhone @include(if: $cellPhone)\n          officePhone @include(if: $officePhone)\n          extension @include(if: $extension)\n          company @include(if: $company) {\n            id\n            name\n          }\n          createdAt @include(if: $created)\n          emailSubscribed @include(if: $consent)\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n": typeof types.UsersPageDocument,
    "\n  query WhyDialog($userId: ID!, $viewerId: ID!) {\n    accessPaths(userId: $userId, viewerId: $viewerId) {\n      permission\n      role {\n        id\n        name\n        reach\n      }\n      group {\n        id\n        name\n      }\n      company {\n        id\n        name\n      }\n    }\n  }\n": typeof types.WhyDialogDocument,
    "\n  query ExportDialog {\n    sheetColumns {\n      key\n      heading\n    }\n  }\n": typeof types.ExportDialogDocument,
    "\n  mutation StartExport($input: StartExportInput!) {\n    startExport(input: $input) {\n      export {\n        ...ExportFacts\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.StartExportDocument,
    "\n  query ExportForm($filter: UserFilter, $isFiltered: Boolean!) {\n    all: users(first: 1) {\n      totalCount(exact: true)\n    }\n    found: users(first: 1, filter: $filter) @include(if: $isFiltered) {\n      totalCount(exact: true)\n    }\n  }\n": typeof types.ExportFormDocument,
    "\n  fragment ExportFacts on Export {\n    id\n    format\n    state\n    rows\n    total\n    headings\n    isFiltered\n    startedBy\n    url\n    expiresAt\n    problem\n    createdAt\n    finishedAt\n  }\n": typeof types.ExportFactsFragmentDoc,
    "\n  subscription ExportGoesOn($id: ID!) {\n    exportProgress(id: $id) {\n      ...ExportFacts\n    }\n  }\n": typeof types.ExportGoesOnDocument,
    "\n  query UseExport($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Export {\n        ...ExportFacts\n      }\n    }\n  }\n": typeof types.UseExportDocument,
    "\n  query ConfirmIdentityWays {\n    viewer {\n      user {\n        account {\n          loginName\n          factorProvider\n          passkeys {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.ConfirmIdentityWaysDocument,
    "\n  mutation ConfirmIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ConfirmIdentityDocument,
    "\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      options\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.BeginPasskeySignInDocument,
    "\n  mutation FinishPasskeySignIn($input: PasskeyInput!) {\n    finishPasskeySignIn(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.FinishPasskeySignInDocument,
    "\n  mutation BeginPasskeyRegistration {\n    beginPasskeyRegistration {\n      options\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.BeginPasskeyRegistrationDocument,
    "\n  mutation FinishPasskeyRegistration($input: PasskeyInput!) {\n    finishPasskeyRegistration(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.FinishPasskeyRegistrationDocument,
    "\n  mutation RunNow($input: IDInput!) {\n    runJob(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.RunNowDocument,
    "\n  query DoneReminders($filter: ReminderFilter) {\n    reminders(last: 100, filter: $filter) {\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n    }\n  }\n": typeof types.DoneRemindersDocument,
    "\n  query DueReminders($assigneeId: ID!) {\n    reminders(first: 5, filter: { assigneeId: $assigneeId, due: true }) {\n      totalCount\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n    }\n  }\n": typeof types.DueRemindersDocument,
    "\n  fragment ReminderFacts on Reminder {\n    id\n    version\n    title\n    note\n    dueAt\n    isDue\n    timeZone\n    recurrence\n    doneAt\n    user {\n      id\n      firstName\n      lastName\n    }\n    assignee {\n      id\n      firstName\n      lastName\n    }\n  }\n": typeof types.ReminderFactsFragmentDoc,
    "\n  mutation CreateReminder($input: CreateReminderInput!) {\n    createReminder(input: $input) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n      }\n      warnings {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.CreateReminderDocument,
    "\n  mutation UpdateReminder($input: UpdateReminderInput!) {\n    updateReminder(input: $input) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n      }\n      warnings {\n        code\n        field\n        message\n      }\n    }\n  }\n": typeof types.UpdateReminderDocument,
    "\n  mutation CompleteReminder($input: IDInput!, $version: Int) {\n    completeReminder(input: $input, version: $version) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.CompleteReminderDocument,
    "\n  mutation DeleteReminder($input: IDInput!) {\n    deleteReminder(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.DeleteReminderDocument,
    "\n  query Reminder($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Reminder {\n        ...ReminderFacts\n      }\n    }\n  }\n": typeof types.ReminderDocument,
    "\n  query Reminders($first: Int, $after: Cursor, $filter: ReminderFilter) {\n    reminders(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": typeof types.RemindersDocument,
    "\n  mutation StopRun($id: ID!) {\n    stopRun(input: { id: $id }) {\n      jobRun {\n        id\n        state\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.StopRunDocument,
    "\n  query UseRun($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on JobRun {\n        id\n        state\n        total\n        handled\n        failed\n        log\n        finishedAt\n        failuresUrl\n        undo {\n          token\n        }\n        undoReport {\n          kept {\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.UseRunDocument,
    "\n  mutation TakeBack($token: ID!) {\n    undo(token: $token) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n": typeof types.TakeBackDocument,
    "\n  query People($search: String, $accountState: [AccountState!]) {\n    users(first: 20, filter: { search: $search, accountState: $accountState }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  query UsersOf(\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n    $filter: UserFilter\n    $orderBy: [UserOrder!]\n    $standing: Boolean!\n  ) {\n    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          status\n          lastSignInAt\n          role {\n            id\n            name\n          }\n          account {\n            email\n            state\n          }\n          memberships @include(if: $standing) {\n            role\n            group {\n              id\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n": typeof types.UsersOfDocument,
};
const documents: Documents = {
    "\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n": types.PaletteDocument,
    "\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n      managedGroups {\n        id\n      }\n      features {\n        name\n        enabled\n        reason\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  query NoAccessPage {\n    viewer {\n      user {\n        firstName\n        lastName\n        email\n      }\n      features {\n        name\n        enabled\n        reason\n      }\n    }\n  }\n": types.NoAccessPageDocument,
    "\n  mutation NoAccessPageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.NoAccessPageSignOutDocument,
    "\n  mutation CreateContract($input: CreateContractInput!) {\n    createContract(input: $input) {\n      contract {\n        id\n        number\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.CreateContractDocument,
    "\n  mutation UpdateContract($input: UpdateContractInput!) {\n    updateContract(input: $input) {\n      contract {\n        id\n        number\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateContractDocument,
    "\n  mutation DeleteContract($input: IDInput!) {\n    deleteContract(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteContractDocument,
    "\n  mutation UpdateCustomer($input: UpdateCompanyInput!) {\n    updateCompany(input: $input) {\n      company {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateCustomerDocument,
    "\n  query CustomersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {\n    companies(first: $first, after: $after, last: $last, before: $before, search: $search) {\n      edges {\n        node {\n          id\n          name\n          emailDomain\n          userCount\n          contracts {\n            id\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n    }\n  }\n": types.CustomersPageDocument,
    "\n  mutation DeleteCustomer($input: IDInput!) {\n    deleteCompany(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteCustomerDocument,
    "\n  mutation NewCustomer($input: CreateCompanyInput!) {\n    createCompany(input: $input) {\n      company {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.NewCustomerDocument,
    "\n  query CustomerPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Company {\n        id\n        version\n        name\n        emailDomain\n        phone\n        address\n        userCount\n        contracts {\n          id\n          version\n          number\n          name\n          startsOn\n          endsOn\n        }\n        administrators(first: 20) {\n          edges {\n            node {\n              id\n              firstName\n              lastName\n              email\n            }\n          }\n          totalCount\n        }\n      }\n    }\n  }\n": types.CustomerPageDocument,
    "\n  query ConfirmPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n": types.ConfirmPageDocument,
    "\n  mutation ConfirmSignup($token: String!) {\n    confirmSignup(token: $token) {\n      accepted\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.ConfirmSignupDocument,
    "\n  mutation RotateClient($input: IDInput!) {\n    rotateAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        tokenPrefix\n        previousTokenUntil\n      }\n      token\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RotateClientDocument,
    "\n  mutation RevokeClient($input: IDInput!) {\n    revokeAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        revokedAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RevokeClientDocument,
    "\n  mutation EditClient($input: UpdateAPIClientInput!) {\n    updateAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.EditClientDocument,
    "\n  mutation NewClientPage($input: CreateAPIClientInput!) {\n    createAPIClient(input: $input) {\n      apiClient {\n        id\n        name\n      }\n      token\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.NewClientPageDocument,
    "\n  query ReachCompanies($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.ReachCompaniesDocument,
    "\n  query ReachGroups($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.ReachGroupsDocument,
    "\n  query SignupFormPage {\n    settings {\n      redirectOrigins\n    }\n  }\n": types.SignupFormPageDocument,
    "\n  query ViewAsPage($after: Cursor, $search: String) {\n    viewer {\n      apiClient {\n        id\n        name\n      }\n    }\n    users(first: 20, after: $after, filter: { search: $search }, orderBy: [{ field: LAST_NAME }]) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          title\n          company {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ViewAsPageDocument,
    "\n  query Clients {\n    apiClients {\n      id\n      version\n      name\n      scopes\n      reach\n      companies {\n        id\n        name\n      }\n      groups {\n        id\n        name\n      }\n      allowedOrigins\n      expiresAt\n      lastUsedAt\n      revokedAt\n      tokenPrefix\n      previousTokenUntil\n    }\n  }\n": types.ClientsDocument,
    "\n  query DeliveriesPage($first: Int, $after: Cursor, $filter: MessageFilter) {\n    messages(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          to\n          kind\n          subject\n          state\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.DeliveriesPageDocument,
    "\n  query InvitationsPage($first: Int, $after: Cursor, $filter: UserFilter, $messages: Boolean!) {\n    users(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          company {\n            id\n            name\n          }\n          account {\n            email\n            linkExpiresAt\n            revokedAt\n          }\n          messages(first: 1) @include(if: $messages) {\n            edges {\n              node {\n                id\n                state\n                error\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.InvitationsPageDocument,
    "\n  query MessagePage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Message {\n        id\n        kind\n        isTest\n        to\n        subject\n        state\n        error\n        createdAt\n        sentAt\n        deliveredAt\n        openedAt\n        resolvedAt\n        linkExpiresAt\n        linkUsedAt\n        linkState\n        text\n        user {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n  }\n": types.MessagePageDocument,
    "\n  mutation UseInvitationRun($input: BulkUpdateUsersInput!) {\n    bulkUpdateUsers(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.UseInvitationRunDocument,
    "\n  query TemplatePreview($input: TemplatePreviewInput!) {\n    templatePreview(input: $input) {\n      subject\n      text\n      html\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.TemplatePreviewDocument,
    "\n  mutation SendTest($input: SendTestMessageInput!) {\n    sendTestMessage(input: $input) {\n      message {\n        id\n        state\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n": types.SendTestDocument,
    "\n  query TemplateList {\n    templates {\n      id\n      kind\n      locale\n      subject\n      isEdited\n    }\n  }\n": types.TemplateListDocument,
    "\n  query VersionsOf($filter: ChangeFilter!, $first: Int, $after: Cursor) {\n    changes(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          at\n          actor\n          undoable\n          fields {\n            name\n            old\n            new\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.VersionsOfDocument,
    "\n  mutation RestoreTemplate($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RestoreTemplateDocument,
    "\n  query TemplatePage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Template {\n        id\n        version\n        kind\n        locale\n        subject\n        text\n        html\n        isEdited\n        placeholders {\n          name\n          meaning\n          isNeeded\n          isSecret\n        }\n      }\n    }\n  }\n": types.TemplatePageDocument,
    "\n  mutation UpdateTemplate($input: UpdateTemplateInput!) {\n    updateTemplate(input: $input) {\n      template {\n        id\n        version\n        subject\n        text\n        html\n        isEdited\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n": types.UpdateTemplateDocument,
    "\n  mutation ResendMessage($input: IDInput!, $override: [WarningCode!]) {\n    resendMessage(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        to\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ResendMessageDocument,
    "\n  mutation ResolveMessage($input: ResolveMessageInput!) {\n    resolveMessage(input: $input) {\n      message {\n        id\n        to\n        state\n        error\n        resolvedAt\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ResolveMessageDocument,
    "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      group {\n        id\n        version\n        name\n        description\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateGroupDocument,
    "\n  query UsersToAdd($search: String) {\n    users(first: 20, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          isGlobalAdmin\n          memberships {\n            group {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n": types.UsersToAddDocument,
    "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteGroupDocument,
    "\n  query GroupsToMoveTo($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n        }\n      }\n    }\n  }\n": types.GroupsToMoveToDocument,
    "\n  query GroupPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Group {\n        id\n        ...GroupScreen\n      }\n    }\n  }\n": types.GroupPageDocument,
    "\n  fragment GroupScreen on Group {\n    id\n    version\n    name\n    description\n    isDefault\n    memberCount\n    managers {\n      id\n      firstName\n      lastName\n    }\n  }\n": types.GroupScreenFragmentDoc,
    "\n  query GroupsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {\n    groups(first: $first, after: $after, last: $last, before: $before, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n          memberCount\n          managers {\n            id\n            firstName\n            lastName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n    }\n  }\n": types.GroupsPageDocument,
    "\n  mutation NewGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.NewGroupDocument,
    "\n  mutation AddMembers($input: MembersInput!) {\n    addMembers(input: $input) {\n      group {\n        id\n        memberCount\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.AddMembersDocument,
    "\n  mutation RemoveMembers($input: MembersInput!) {\n    removeMembers(input: $input) {\n      group {\n        id\n        memberCount\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RemoveMembersDocument,
    "\n  mutation SetManager($input: SetManagerInput!) {\n    setManager(input: $input) {\n      group {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SetManagerDocument,
    "\n  query ExportOptions {\n    sheetColumns {\n      key\n      heading\n    }\n  }\n": types.ExportOptionsDocument,
    "\n  mutation PauseJob($input: UpdateJobInput!) {\n    updateJob(input: $input) {\n      job {\n        id\n        version\n        enabled\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.PauseJobDocument,
    "\n  mutation DeleteJob($input: IDInput!) {\n    deleteJob(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteJobDocument,
    "\n  mutation JobPage($input: UpdateJobInput!) {\n    updateJob(input: $input) {\n      job {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.JobPageDocument,
    "\n  mutation NewJobPage($input: CreateJobInput!) {\n    createJob(input: $input) {\n      job {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.NewJobPageDocument,
    "\n  query PurgeConfirm($days: Int!) {\n    purgeable(days: $days)\n  }\n": types.PurgeConfirmDocument,
    "\n  fragment RunFacts on JobRun {\n    id\n    kind\n    job {\n      id\n      name\n    }\n    state\n    total\n    handled\n    failed\n    log\n    createdAt\n    startedAt\n    finishedAt\n    failuresUrl\n  }\n": types.RunFactsFragmentDoc,
    "\n  query RunPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on JobRun {\n        ...RunFacts\n      }\n    }\n  }\n": types.RunPageDocument,
    "\n  subscription RunGoesOn($id: ID!) {\n    jobRun(id: $id) {\n      ...RunFacts\n    }\n  }\n": types.RunGoesOnDocument,
    "\n  mutation RetryFailed($input: IDInput!) {\n    retryFailed(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RetryFailedDocument,
    "\n  query RunsOf($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on Job {\n        id\n        runs(first: $first, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              state\n              createdAt\n              handled\n              failed\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.RunsOfDocument,
    "\n  query ScheduleFields($schedule: String!, $timeZone: String!) {\n    scheduledTimes(schedule: $schedule, timeZone: $timeZone)\n  }\n": types.ScheduleFieldsDocument,
    "\n  query Jobs {\n    jobs {\n      id\n      version\n      name\n      schedule\n      timeZone\n      enabled\n      steps {\n        task\n        options\n      }\n      nextRunAt\n      nextRuns\n      runs(first: 1) {\n        edges {\n          node {\n            id\n            state\n            createdAt\n            handled\n            failed\n          }\n        }\n      }\n    }\n  }\n": types.JobsDocument,
    "\n  mutation MePageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.MePageSignOutDocument,
    "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.RenewRecoveryCodesDocument,
    "\n  mutation RemovePasskey($input: IDInput!) {\n    removePasskey(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.RemovePasskeyDocument,
    "\n  mutation ChangeMyPassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ChangeMyPasswordDocument,
    "\n  mutation EndMySessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.EndMySessionsDocument,
    "\n  query MePage {\n    viewer {\n      user {\n        id\n        version\n        email\n        firstName\n        lastName\n        cellPhone\n        officePhone\n        locale\n        timeZone\n        emailSubscribed\n        emailSubscriptionChangedAt\n        account {\n          email\n          loginName\n          factorProvider\n          requiredFactor\n          passkeys {\n            id\n            name\n            createdAt\n            lastUsedAt\n          }\n          sessions {\n            id\n            lastSeenAt\n            ip\n            userAgent\n            current\n          }\n        }\n      }\n      emailLocales\n      permissions\n      managedGroups {\n        id\n      }\n    }\n  }\n": types.MePageDocument,
    "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      user {\n        id\n        version\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateProfileDocument,
    "\n  query RemindersFeed {\n    viewer {\n      remindersFeedUrl\n    }\n  }\n": types.RemindersFeedDocument,
    "\n  mutation ResetRemindersFeed {\n    resetRemindersFeed {\n      userErrors {\n        message\n      }\n    }\n  }\n": types.ResetRemindersFeedDocument,
    "\n  mutation DeleteRole($input: IDInput!) {\n    deleteRole(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteRoleDocument,
    "\n  mutation NewRolePage($input: CreateRoleInput!) {\n    createRole(input: $input) {\n      role {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.NewRolePageDocument,
    "\n  mutation RoleForm($input: UpdateRoleInput!) {\n    updateRole(input: $input) {\n      role {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.RoleFormDocument,
    "\n  query RolesPage {\n    roles {\n      id\n      name\n      isBuiltIn\n      requiresFactor\n      reach\n      userCount\n      grants {\n        id\n        name\n      }\n    }\n  }\n": types.RolesPageDocument,
    "\n  query RoleQuery {\n    roles {\n      id\n      version\n      name\n      isBuiltIn\n      requiresFactor\n      reach\n      permissions\n      userCount\n      grants {\n        id\n        name\n      }\n    }\n  }\n": types.RoleQueryDocument,
    "\n  mutation FeaturesPage($input: SetFeatureInput!) {\n    setFeature(input: $input) {\n      feature {\n        name\n        enabled\n        reason\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.FeaturesPageDocument,
    "\n  query GeneralPage {\n    settings {\n      version\n      activityRetentionDays\n      keepUnknownActivities\n      redirectOrigins\n      nudgeBeforeExpiry\n      defaultLocale\n    }\n  }\n": types.GeneralPageDocument,
    "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      settings {\n        version\n        activityRetentionDays\n        keepUnknownActivities\n        redirectOrigins\n        nudgeBeforeExpiry\n        defaultLocale\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n": types.UpdateSettingsDocument,
    "\n  mutation CreateProtectedPage($input: ProtectedPageInput!) {\n    createProtectedPage(input: $input) {\n      protectedPage {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n": types.CreateProtectedPageDocument,
    "\n  mutation UpdateProtectedPage($input: ProtectedPageInput!) {\n    updateProtectedPage(input: $input) {\n      protectedPage {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n": types.UpdateProtectedPageDocument,
    "\n  query GroupsOfPage($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.GroupsOfPageDocument,
    "\n  mutation DeleteProtectedPage($input: IDInput!) {\n    deleteProtectedPage(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteProtectedPageDocument,
    "\n  query ProtectedPages {\n    protectedPages {\n      id\n      version\n      pattern\n      groups {\n        id\n        name\n      }\n    }\n  }\n": types.ProtectedPagesDocument,
    "\n  mutation ChangePasswordPage($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ChangePasswordPageDocument,
    "\n  mutation EnrolPage {\n    enrolTOTP {\n      secret\n      otpauthUrl\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.EnrolPageDocument,
    "\n  mutation EnrolPageConfirm($input: VerifyFactorInput!) {\n    confirmTOTP(input: $input) {\n      recoveryCodes\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.EnrolPageConfirmDocument,
    "\n  mutation FactorPage($input: VerifyFactorInput!) {\n    verifyFactor(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.FactorPageDocument,
    "\n  mutation ForgotPage($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ForgotPageDocument,
    "\n  mutation LinkExpiredPage($input: RenewLinkInput!) {\n    renewLink(input: $input) {\n      accepted\n      userErrors {\n        message\n      }\n    }\n  }\n": types.LinkExpiredPageDocument,
    "\n  mutation SetPasswordForm($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SetPasswordFormDocument,
    "\n  query SetPasswordPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n": types.SetPasswordPageDocument,
    "\n  mutation SetUpPage($input: SetUpInput!) {\n    setUp(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SetUpPageDocument,
    "\n  mutation SignInPage($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SignInPageDocument,
    "\n  query ExportsPage($first: Int, $after: Cursor) {\n    exports(first: $first, after: $after) {\n      edges {\n        node {\n          ...ExportFacts\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.ExportsPageDocument,
    "\n  mutation RunImport($input: RunImportInput!) {\n    runImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RunImportDocument,
    "\n  mutation StopImport($input: IDInput!) {\n    stopImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.StopImportDocument,
    "\n  query ImportsPage($first: Int, $after: Cursor) {\n    imports(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          fileName\n          state\n          rows\n          added\n          updated\n          failed\n          createdAt\n        }\n        cursor\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.ImportsPageDocument,
    "\n  query InvitationsField {\n    nextNotice {\n      at\n    }\n  }\n": types.InvitationsFieldDocument,
    "\n  query ImportIssues($id: ID!, $severity: IssueSeverity, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        issues(first: $first, after: $after, severity: $severity) {\n          edges {\n            node {\n              row\n              column\n              cell\n              code\n              message\n              severity\n            }\n            cursor\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          totalCount\n        }\n      }\n    }\n  }\n": types.ImportIssuesDocument,
    "\n  query MatchStep {\n    sheetColumns {\n      key\n      heading\n      required\n      readOnly\n      hint\n    }\n  }\n": types.MatchStepDocument,
    "\n  mutation MapImport($input: MapImportInput!) {\n    mapImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.MapImportDocument,
    "\n  mutation NewImportPage($file: Upload!, $options: ImportOptions) {\n    checkImport(file: $file, options: $options) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.NewImportPageDocument,
    "\n  query SheetNote($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        sheet {\n          name\n          others\n        }\n      }\n    }\n  }\n": types.SheetNoteDocument,
    "\n  mutation UndoImport($input: IDInput!) {\n    undoImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.UndoImportDocument,
    "\n  fragment ImportFacts on Import {\n    id\n    state\n    fileName\n    rows\n    processed\n    added\n    updated\n    unchanged\n    failed\n    warned\n    problemFileUrl\n    undoableUntil\n    undoReport {\n      reversed\n      kept {\n        entityId\n        name\n        reason\n      }\n      failed {\n        entityId\n        name\n        reason\n      }\n    }\n    columns {\n      heading\n      samples\n      field\n    }\n    isOwn\n    onExisting\n    notify\n    reason\n    createdAt\n    startedAt\n    finishedAt\n    fileErasedAt\n  }\n": types.ImportFactsFragmentDoc,
    "\n  query UseFix {\n    sheetColumns {\n      key\n      heading\n      hint\n    }\n  }\n": types.UseFixDocument,
    "\n  query UseImport($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        ...ImportFacts\n      }\n    }\n  }\n": types.UseImportDocument,
    "\n  subscription ImportGoesOn($id: ID!) {\n    importProgress(id: $id) {\n      ...ImportFacts\n    }\n  }\n": types.ImportGoesOnDocument,
    "\n  fragment AccountDetails on User {\n    id\n    email\n    firstName\n    lastName\n    status\n    role {\n      id\n      name\n    }\n    account {\n      email\n      loginName\n      state\n      creationNotice\n      linkExpiresAt\n      temporaryUntil\n    }\n  }\n": types.AccountDetailsFragmentDoc,
    "\n  query CompanyField($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          emailDomain\n        }\n      }\n    }\n  }\n": types.CompanyFieldDocument,
    "\n  query ConsentHistory($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        consentHistory(first: $first, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            cursor\n            node {\n              subscribed\n              at\n              source\n              actor\n              proof\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ConsentHistoryDocument,
    "\n  fragment DetailsForm on User {\n    id\n    version\n    email\n    firstName\n    lastName\n    title\n    cellPhone\n    officePhone\n    extension\n    address\n    company {\n      id\n      name\n    }\n    role {\n      id\n    }\n    account {\n      email\n    }\n    memberships {\n      role\n      group {\n        id\n        name\n        isDefault\n      }\n    }\n    hiddenGroupCount\n    assignments {\n      company {\n        id\n        name\n        contracts {\n          id\n          number\n          name\n        }\n      }\n      contract {\n        id\n      }\n    }\n    note @include(if: $notes)\n    ...Supersede\n  }\n": types.DetailsFormFragmentDoc,
    "\n  mutation DetailsForm($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      user {\n        id\n        version\n        firstName\n        lastName\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.DetailsFormDocument,
    "\n  fragment DetailsTab on User {\n    id\n    ...DetailsView\n    ...DetailsForm\n    ...PasswordSection\n    ...EmailCommunication\n  }\n": types.DetailsTabFragmentDoc,
    "\n  fragment DetailsView on User {\n    email\n    firstName\n    lastName\n    title\n    cellPhone\n    officePhone\n    extension\n    address\n    createdAt\n    updatedAt\n    isGlobalAdmin\n    company {\n      id\n      name\n    }\n    role {\n      id\n      name\n    }\n    memberships {\n      role\n      group {\n        id\n        name\n      }\n    }\n    hiddenGroupCount\n    assignments {\n      company {\n        id\n        name\n      }\n      contract {\n        number\n        name\n      }\n    }\n    note @include(if: $notes)\n    ...Supersede\n  }\n": types.DetailsViewFragmentDoc,
    "\n  query DraftWarnings($draft: UserDraft!) {\n    userWarnings(draft: $draft) {\n      field\n      message\n    }\n  }\n": types.DraftWarningsDocument,
    "\n  fragment EmailCommunication on User {\n    id\n    firstName\n    lastName\n    emailSubscribed\n    emailSubscriptionChangedAt\n    emailSubscriptionSource\n    unsubscribeUrl\n    consentHistory(first: 1) {\n      edges {\n        node {\n          actor\n        }\n      }\n    }\n  }\n": types.EmailCommunicationFragmentDoc,
    "\n  mutation EmailCommunication($input: SetEmailSubscriptionInput!) {\n    setEmailSubscription(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n": types.EmailCommunicationDocument,
    "\n  mutation FormProblems($input: UserIDInput!) {\n    reactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n        firstName\n        lastName\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.FormProblemsDocument,
    "\n  query GroupsField($search: String) {\n    groups(first: 50, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n        }\n      }\n    }\n  }\n": types.GroupsFieldDocument,
    "\n  fragment LinkTrail on Message {\n    id\n    kind\n    to\n    state\n    error\n    createdAt\n    sentAt\n    deliveredAt\n    openedAt\n    linkExpiresAt\n    linkUsedAt\n    linkState\n    resolvedAt\n  }\n": types.LinkTrailFragmentDoc,
    "\n  fragment NewAccountForm on User {\n    id\n    email\n    role {\n      id\n    }\n  }\n": types.NewAccountFormFragmentDoc,
    "\n  mutation NewAccountForm($input: CreateAccountInput!) {\n    createAccount(input: $input) {\n      user {\n        id\n        version\n        account {\n          email\n          loginName\n          state\n          creationNotice\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.NewAccountFormDocument,
    "\n  mutation NewUserPage($input: CreateUserInput!, $messages: Boolean!) {\n    createUser(input: $input) {\n      user {\n        id\n        firstName\n        lastName\n        email\n        account {\n          email\n          notify\n        }\n        messages(first: 1) @include(if: $messages) {\n          edges {\n            node {\n              state\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.NewUserPageDocument,
    "\n  query NextNotice {\n    nextNotice {\n      at\n      job {\n        id\n      }\n    }\n  }\n": types.NextNoticeDocument,
    "\n  query OwnCompany {\n    companies(first: 2) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.OwnCompanyDocument,
    "\n  fragment PasswordSection on User {\n    id\n    email\n    account {\n      email\n      state\n      notify\n      notifiedAt\n      linkExpiresAt\n      revokedAt\n    }\n  }\n": types.PasswordSectionFragmentDoc,
    "\n  mutation RevokeInvitation($input: UserIDInput!) {\n    revokeInvitation(input: $input) {\n      user {\n        id\n        account {\n          state\n          linkExpiresAt\n          revokedAt\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n              state\n              linkState\n            }\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  fragment SettingsTab on User {\n    id\n    firstName\n    lastName\n    account {\n      email\n      revokedAt\n    }\n    messages(first: 20) @include(if: $messages) {\n      edges {\n        node {\n          id\n          state\n          ...LinkTrail\n        }\n      }\n    }\n    ...AccountDetails\n    ...SignInCard\n    ...NewAccountForm\n  }\n": types.SettingsTabFragmentDoc,
    "\n  fragment SignInCard on User {\n    id\n    firstName\n    lastName\n    role {\n      id\n      name\n    }\n    account {\n      state\n      factorProvider\n      requiredFactor\n      sessions {\n        id\n        lastSeenAt\n        ip\n        userAgent\n        current\n      }\n    }\n  }\n": types.SignInCardFragmentDoc,
    "\n  mutation SignInCardProvide($input: SetFactorProviderInput!) {\n    setFactorProvider(input: $input) {\n      user {\n        id\n        account {\n          factorProvider\n          requiredFactor\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignInCardProvideDocument,
    "\n  mutation SignInCardReset($input: UserIDInput!) {\n    resetFactor(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignInCardResetDocument,
    "\n  mutation SignInCardEnd($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignInCardEndDocument,
    "\n  mutation SignInCardUnlock($input: UserIDInput!) {\n    unlockAccount(input: $input) {\n      user {\n        id\n        account {\n          state\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.SignInCardUnlockDocument,
    "\n  fragment Supersede on User {\n    id\n    status\n    role {\n      id\n    }\n    supersedes {\n      id\n      firstName\n      lastName\n      email\n    }\n    supersededBy {\n      id\n      firstName\n      lastName\n      email\n    }\n    ...SupersedeDialog\n  }\n": types.SupersedeFragmentDoc,
    "\n  fragment SupersedeDialog on User {\n    id\n    email\n    firstName\n    lastName\n    role {\n      id\n    }\n    account {\n      email\n      state\n      notify\n    }\n  }\n": types.SupersedeDialogFragmentDoc,
    "\n  mutation SupersedeDialog($input: SupersedeUserInput!) {\n    supersedeUser(input: $input) {\n      user {\n        id\n        firstName\n        lastName\n        email\n        account {\n          email\n          notify\n        }\n        supersedes {\n          id\n          version\n          status\n          account {\n            email\n            state\n          }\n        }\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n": types.SupersedeDialogDocument,
    "\n  query UserCardPage($id: ID!, $notes: Boolean!, $messages: Boolean!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        firstName\n        lastName\n        email\n        status\n        lastSignInAt\n        role {\n          id\n          name\n        }\n        company {\n          id\n          name\n        }\n        account {\n          email\n          state\n        }\n        ...DetailsTab\n        ...SettingsTab\n      }\n    }\n  }\n": types.UserCardPageDocument,
    "\n  query ActivitiesTab($id: ID!, $kinds: [String!], $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        activities(first: $first, after: $after, kinds: $kinds) {\n          edges {\n            node {\n              id\n              ...ActivityEntry\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.ActivitiesTabDocument,
    "\n  query ActivityKinds($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        activityKinds\n      }\n    }\n  }\n": types.ActivityKindsDocument,
    "\n  subscription ActivityRecorded($id: ID!) {\n    activityRecorded(userId: $id) {\n      id\n    }\n  }\n": types.ActivityRecordedDocument,
    "\n  fragment ActivityEntry on Activity {\n    id\n    kind\n    summary\n    source\n    actor\n    occurredAt\n  }\n": types.ActivityEntryFragmentDoc,
    "\n  mutation DeleteActivity($input: IDInput!) {\n    deleteActivity(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteActivityDocument,
    "\n  mutation AddActivity($input: RecordActivityInput!) {\n    recordActivity(input: $input) {\n      activity {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.AddActivityDocument,
    "\n  query AddToGroup($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        version\n        memberships {\n          role\n          group {\n            id\n            name\n            isDefault\n          }\n        }\n      }\n    }\n  }\n": types.AddToGroupDocument,
    "\n  query GroupsToAdd($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          isDefault\n        }\n      }\n    }\n  }\n": types.GroupsToAddDocument,
    "\n  mutation AddToGroups($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      user {\n        id\n        version\n        memberships {\n          role\n          group {\n            id\n            name\n          }\n        }\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.AddToGroupsDocument,
    "\n  mutation SetTemporaryPassword($input: SetTemporaryPasswordInput!) {\n    setTemporaryPassword(input: $input) {\n      user {\n        id\n        version\n        account {\n          state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SetTemporaryPasswordDocument,
    "\n  fragment HistoryEntry on Change {\n    id\n    at\n    actor\n    origin\n    entity\n    operation\n    undoable\n    overriddenWarnings\n    fields {\n      name\n      old\n      new\n    }\n  }\n": types.HistoryEntryFragmentDoc,
    "\n  query HistoryTab($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        changes(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              ...HistoryEntry\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          totalCount\n        }\n      }\n    }\n  }\n": types.HistoryTabDocument,
    "\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n": types.UndoChangeDocument,
    "\n  query UserPanel($id: ID!, $messages: Boolean!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        title\n        cellPhone\n        company {\n          id\n          name\n        }\n        account {\n          email\n          loginName\n          state\n          revokedAt\n        }\n        memberships {\n          group {\n            id\n            name\n          }\n        }\n        hiddenGroupCount\n        lastSignInAt\n        messages(first: 5) @include(if: $messages) {\n          edges {\n            node {\n              id\n              state\n              ...LinkTrail\n            }\n          }\n        }\n      }\n    }\n  }\n": types.UserPanelDocument,
    "\n  mutation DeactivateUser($input: UserIDInput!) {\n    deactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeactivateUserDocument,
    "\n  mutation ReactivateUser($input: UserIDInput!) {\n    reactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.ReactivateUserDocument,
    "\n  mutation DeleteUser($input: UserIDInput!) {\n    deleteUser(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteUserDocument,
    "\n  query ImportCustomers($first: Int, $after: Cursor, $search: String) {\n    companies(first: $first, after: $after, search: $search) {\n      edges {\n        node {\n          id\n          name\n          contracts {\n            id\n            number\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.ImportCustomersDocument,
    "\n  mutation DeleteView($input: IDInput!) {\n    deleteView(input: $input) {\n      deletedId\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteViewDocument,
    "\n  query FilterRoles {\n    roles {\n      id\n      name\n    }\n  }\n": types.FilterRolesDocument,
    "\n  query FilterGroups($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.FilterGroupsDocument,
    "\n  query FilterCompanies($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.FilterCompaniesDocument,
    "\n  query Neighbours($at: Cursor!, $filter: UserFilter, $orderBy: [UserOrder!]) {\n    before: users(last: 1, before: $at, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n    after: users(first: 1, after: $at, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n  }\n": types.NeighboursDocument,
    "\n  query Peek($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        firstName\n        lastName\n        email\n        status\n        role {\n          id\n          name\n        }\n        account {\n          email\n          state\n        }\n      }\n    }\n  }\n": types.PeekDocument,
    "\n  query Reach($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        memberships {\n          role\n          group {\n            id\n            name\n          }\n        }\n        assignments {\n          company {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.ReachDocument,
    "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) {\n      savedView {\n        id\n        name\n        query\n        shared\n        isOwn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SaveViewDocument,
    "\n  mutation BulkDialog($input: BulkUpdateUsersInput!) {\n    bulkUpdateUsers(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.BulkDialogDocument,
    "\n  query GroupsPicker($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          isDefault\n        }\n      }\n    }\n  }\n": types.GroupsPickerDocument,
    "\n  mutation UseTell($token: ID!) {\n    undo(token: $token) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.UseTellDocument,
    "\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Role {\n        id\n        name\n      }\n      ... on Group {\n        id\n        name\n      }\n      ... on Company {\n        id\n        name\n      }\n    }\n  }\n": types.FilterNamesDocument,
    "\n  query SavedViews {\n    savedViews {\n      id\n      name\n      query\n      shared\n      isOwn\n    }\n  }\n": types.SavedViewsDocument,
    "\n  query UseCounts {\n    all: users(first: 1) {\n      totalCount\n      totalCountIsEstimate\n    }\n    active: users(first: 1, filter: { status: [ACTIVE] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    inactive: users(first: 1, filter: { status: [INACTIVE] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    invited: users(first: 1, filter: { accountState: [INVITED, INVITATION_EXPIRED] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    locked: users(first: 1, filter: { accountState: [LOCKED] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n": types.UseCountsDocument,
    "\n  query UsersCount($filter: UserFilter) {\n    users(first: 1, filter: $filter) {\n      totalCount(exact: true)\n    }\n  }\n": types.UsersCountDocument,
    "\n  mutation ResendInvitation($input: UserIDInput!, $override: [WarningCode!]) {\n    resendInvitation(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        kind\n        to\n        state\n        user {\n          id\n          account {\n            state\n            linkExpiresAt\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ResendInvitationDocument,
    "\n  mutation SendPasswordReset($input: UserIDInput!, $override: [WarningCode!]) {\n    sendPasswordReset(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        kind\n        to\n        state\n        user {\n          id\n          account {\n            state\n            linkExpiresAt\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.SendPasswordResetDocument,
    "\n  mutation InviteUser($input: CreateAccountInput!) {\n    createAccount(input: $input) {\n      user {\n        id\n        version\n        account {\n          email\n          state\n          creationNotice\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n              state\n            }\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.InviteUserDocument,
    "\n  query UseRoles {\n    roles {\n      id\n      name\n      isBuiltIn\n    }\n  }\n": types.UseRolesDocument,
    "\n  query UsersPage(\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n    $filter: UserFilter\n    $orderBy: [UserOrder!]\n    $title: Boolean!\n    $cellPhone: Boolean!\n    $officePhone: Boolean!\n    $extension: Boolean!\n    $company: Boolean!\n    $loginName: Boolean!\n    $groups: Boolean!\n    $lastSignIn: Boolean!\n    $created: Boolean!\n    $consent: Boolean!\n  ) {\n    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n          email\n          status\n          role {\n            id\n            name\n          }\n          account {\n            email\n            state\n            loginName @include(if: $loginName)\n          }\n          memberships @include(if: $groups) {\n            group {\n              id\n              name\n            }\n          }\n          hiddenGroupCount @include(if: $groups)\n          lastSignInAt @include(if: $lastSignIn)\n          title @include(if: $title)\n          cellPhone @include(if: $cellPhone)\n          officePhone @include(if: $officePhone)\n          extension @include(if: $extension)\n          company @include(if: $company) {\n            id\n            name\n          }\n          createdAt @include(if: $created)\n          emailSubscribed @include(if: $consent)\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n": types.UsersPageDocument,
    "\n  query WhyDialog($userId: ID!, $viewerId: ID!) {\n    accessPaths(userId: $userId, viewerId: $viewerId) {\n      permission\n      role {\n        id\n        name\n        reach\n      }\n      group {\n        id\n        name\n      }\n      company {\n        id\n        name\n      }\n    }\n  }\n": types.WhyDialogDocument,
    "\n  query ExportDialog {\n    sheetColumns {\n      key\n      heading\n    }\n  }\n": types.ExportDialogDocument,
    "\n  mutation StartExport($input: StartExportInput!) {\n    startExport(input: $input) {\n      export {\n        ...ExportFacts\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.StartExportDocument,
    "\n  query ExportForm($filter: UserFilter, $isFiltered: Boolean!) {\n    all: users(first: 1) {\n      totalCount(exact: true)\n    }\n    found: users(first: 1, filter: $filter) @include(if: $isFiltered) {\n      totalCount(exact: true)\n    }\n  }\n": types.ExportFormDocument,
    "\n  fragment ExportFacts on Export {\n    id\n    format\n    state\n    rows\n    total\n    headings\n    isFiltered\n    startedBy\n    url\n    expiresAt\n    problem\n    createdAt\n    finishedAt\n  }\n": types.ExportFactsFragmentDoc,
    "\n  subscription ExportGoesOn($id: ID!) {\n    exportProgress(id: $id) {\n      ...ExportFacts\n    }\n  }\n": types.ExportGoesOnDocument,
    "\n  query UseExport($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Export {\n        ...ExportFacts\n      }\n    }\n  }\n": types.UseExportDocument,
    "\n  query ConfirmIdentityWays {\n    viewer {\n      user {\n        account {\n          loginName\n          factorProvider\n          passkeys {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.ConfirmIdentityWaysDocument,
    "\n  mutation ConfirmIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n": types.ConfirmIdentityDocument,
    "\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      options\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.BeginPasskeySignInDocument,
    "\n  mutation FinishPasskeySignIn($input: PasskeyInput!) {\n    finishPasskeySignIn(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.FinishPasskeySignInDocument,
    "\n  mutation BeginPasskeyRegistration {\n    beginPasskeyRegistration {\n      options\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.BeginPasskeyRegistrationDocument,
    "\n  mutation FinishPasskeyRegistration($input: PasskeyInput!) {\n    finishPasskeyRegistration(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.FinishPasskeyRegistrationDocument,
    "\n  mutation RunNow($input: IDInput!) {\n    runJob(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.RunNowDocument,
    "\n  query DoneReminders($filter: ReminderFilter) {\n    reminders(last: 100, filter: $filter) {\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n    }\n  }\n": types.DoneRemindersDocument,
    "\n  query DueReminders($assigneeId: ID!) {\n    reminders(first: 5, filter: { assigneeId: $assigneeId, due: true }) {\n      totalCount\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n    }\n  }\n": types.DueRemindersDocument,
    "\n  fragment ReminderFacts on Reminder {\n    id\n    version\n    title\n    note\n    dueAt\n    isDue\n    timeZone\n    recurrence\n    doneAt\n    user {\n      id\n      firstName\n      lastName\n    }\n    assignee {\n      id\n      firstName\n      lastName\n    }\n  }\n": types.ReminderFactsFragmentDoc,
    "\n  mutation CreateReminder($input: CreateReminderInput!) {\n    createReminder(input: $input) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n      }\n      warnings {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.CreateReminderDocument,
    "\n  mutation UpdateReminder($input: UpdateReminderInput!) {\n    updateReminder(input: $input) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n      }\n      warnings {\n        code\n        field\n        message\n      }\n    }\n  }\n": types.UpdateReminderDocument,
    "\n  mutation CompleteReminder($input: IDInput!, $version: Int) {\n    completeReminder(input: $input, version: $version) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.CompleteReminderDocument,
    "\n  mutation DeleteReminder($input: IDInput!) {\n    deleteReminder(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.DeleteReminderDocument,
    "\n  query Reminder($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Reminder {\n        ...ReminderFacts\n      }\n    }\n  }\n": types.ReminderDocument,
    "\n  query Reminders($first: Int, $after: Cursor, $filter: ReminderFilter) {\n    reminders(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n": types.RemindersDocument,
    "\n  mutation StopRun($id: ID!) {\n    stopRun(input: { id: $id }) {\n      jobRun {\n        id\n        state\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n": types.StopRunDocument,
    "\n  query UseRun($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on JobRun {\n        id\n        state\n        total\n        handled\n        failed\n        log\n        finishedAt\n        failuresUrl\n        undo {\n          token\n        }\n        undoReport {\n          kept {\n            name\n          }\n        }\n      }\n    }\n  }\n": types.UseRunDocument,
    "\n  mutation TakeBack($token: ID!) {\n    undo(token: $token) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n": types.TakeBackDocument,
    "\n  query People($search: String, $accountState: [AccountState!]) {\n    users(first: 20, filter: { search: $search, accountState: $accountState }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  query UsersOf(\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n    $filter: UserFilter\n    $orderBy: [UserOrder!]\n    $standing: Boolean!\n  ) {\n    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          status\n          lastSignInAt\n          role {\n            id\n            name\n          }\n          account {\n            email\n            state\n          }\n          memberships @include(if: $standing) {\n            role\n            group {\n              id\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n": types.UsersOfDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Palette($search: String!) {\n    users(first: 6, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PaletteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      user {\n        id\n        firstName\n        lastName\n        email\n      }\n      permissions\n      reach\n      grantableRoles {\n        id\n        name\n      }\n      managedGroups {\n        id\n      }\n      features {\n        name\n        enabled\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NoAccessPage {\n    viewer {\n      user {\n        firstName\n        lastName\n        email\n      }\n      features {\n        name\n        enabled\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql').NoAccessPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoAccessPageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').NoAccessPageSignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateContract($input: CreateContractInput!) {\n    createContract(input: $input) {\n      contract {\n        id\n        number\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').CreateContractDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateContract($input: UpdateContractInput!) {\n    updateContract(input: $input) {\n      contract {\n        id\n        number\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateContractDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteContract($input: IDInput!) {\n    deleteContract(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteContractDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateCustomer($input: UpdateCompanyInput!) {\n    updateCompany(input: $input) {\n      company {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateCustomerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {\n    companies(first: $first, after: $after, last: $last, before: $before, search: $search) {\n      edges {\n        node {\n          id\n          name\n          emailDomain\n          userCount\n          contracts {\n            id\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').CustomersPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteCustomer($input: IDInput!) {\n    deleteCompany(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteCustomerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewCustomer($input: CreateCompanyInput!) {\n    createCompany(input: $input) {\n      company {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').NewCustomerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CustomerPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Company {\n        id\n        version\n        name\n        emailDomain\n        phone\n        address\n        userCount\n        contracts {\n          id\n          version\n          number\n          name\n          startsOn\n          endsOn\n        }\n        administrators(first: 20) {\n          edges {\n            node {\n              id\n              firstName\n              lastName\n              email\n            }\n          }\n          totalCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CustomerPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConfirmPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n"): typeof import('./graphql').ConfirmPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmSignup($token: String!) {\n    confirmSignup(token: $token) {\n      accepted\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmSignupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RotateClient($input: IDInput!) {\n    rotateAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        tokenPrefix\n        previousTokenUntil\n      }\n      token\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RotateClientDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeClient($input: IDInput!) {\n    revokeAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        revokedAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RevokeClientDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditClient($input: UpdateAPIClientInput!) {\n    updateAPIClient(input: $input) {\n      apiClient {\n        id\n        version\n        name\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').EditClientDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewClientPage($input: CreateAPIClientInput!) {\n    createAPIClient(input: $input) {\n      apiClient {\n        id\n        name\n      }\n      token\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').NewClientPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReachCompanies($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ReachCompaniesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReachGroups($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ReachGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SignupFormPage {\n    settings {\n      redirectOrigins\n    }\n  }\n"): typeof import('./graphql').SignupFormPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ViewAsPage($after: Cursor, $search: String) {\n    viewer {\n      apiClient {\n        id\n        name\n      }\n    }\n    users(first: 20, after: $after, filter: { search: $search }, orderBy: [{ field: LAST_NAME }]) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          title\n          company {\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ViewAsPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Clients {\n    apiClients {\n      id\n      version\n      name\n      scopes\n      reach\n      companies {\n        id\n        name\n      }\n      groups {\n        id\n        name\n      }\n      allowedOrigins\n      expiresAt\n      lastUsedAt\n      revokedAt\n      tokenPrefix\n      previousTokenUntil\n    }\n  }\n"): typeof import('./graphql').ClientsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeliveriesPage($first: Int, $after: Cursor, $filter: MessageFilter) {\n    messages(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          to\n          kind\n          subject\n          state\n          createdAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').DeliveriesPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitationsPage($first: Int, $after: Cursor, $filter: UserFilter, $messages: Boolean!) {\n    users(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          company {\n            id\n            name\n          }\n          account {\n            email\n            linkExpiresAt\n            revokedAt\n          }\n          messages(first: 1) @include(if: $messages) {\n            edges {\n              node {\n                id\n                state\n                error\n              }\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').InvitationsPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagePage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Message {\n        id\n        kind\n        isTest\n        to\n        subject\n        state\n        error\n        createdAt\n        sentAt\n        deliveredAt\n        openedAt\n        resolvedAt\n        linkExpiresAt\n        linkUsedAt\n        linkState\n        text\n        user {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').MessagePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UseInvitationRun($input: BulkUpdateUsersInput!) {\n    bulkUpdateUsers(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UseInvitationRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TemplatePreview($input: TemplatePreviewInput!) {\n    templatePreview(input: $input) {\n      subject\n      text\n      html\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').TemplatePreviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendTest($input: SendTestMessageInput!) {\n    sendTestMessage(input: $input) {\n      message {\n        id\n        state\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').SendTestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TemplateList {\n    templates {\n      id\n      kind\n      locale\n      subject\n      isEdited\n    }\n  }\n"): typeof import('./graphql').TemplateListDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VersionsOf($filter: ChangeFilter!, $first: Int, $after: Cursor) {\n    changes(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          at\n          actor\n          undoable\n          fields {\n            name\n            old\n            new\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').VersionsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTemplate($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RestoreTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TemplatePage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Template {\n        id\n        version\n        kind\n        locale\n        subject\n        text\n        html\n        isEdited\n        placeholders {\n          name\n          meaning\n          isNeeded\n          isSecret\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').TemplatePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateTemplate($input: UpdateTemplateInput!) {\n    updateTemplate(input: $input) {\n      template {\n        id\n        version\n        subject\n        text\n        html\n        isEdited\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateTemplateDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendMessage($input: IDInput!, $override: [WarningCode!]) {\n    resendMessage(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        to\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ResendMessageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveMessage($input: ResolveMessageInput!) {\n    resolveMessage(input: $input) {\n      message {\n        id\n        to\n        state\n        error\n        resolvedAt\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ResolveMessageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateGroup($input: UpdateGroupInput!) {\n    updateGroup(input: $input) {\n      group {\n        id\n        version\n        name\n        description\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsersToAdd($search: String) {\n    users(first: 20, filter: { search: $search }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          isGlobalAdmin\n          memberships {\n            group {\n              id\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').UsersToAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteGroup($input: DeleteGroupInput!) {\n    deleteGroup(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsToMoveTo($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsToMoveToDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Group {\n        id\n        ...GroupScreen\n      }\n    }\n  }\n"): typeof import('./graphql').GroupPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupScreen on Group {\n    id\n    version\n    name\n    description\n    isDefault\n    memberCount\n    managers {\n      id\n      firstName\n      lastName\n    }\n  }\n"): typeof import('./graphql').GroupScreenFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String) {\n    groups(first: $first, after: $after, last: $last, before: $before, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n          memberCount\n          managers {\n            id\n            firstName\n            lastName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').GroupsPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewGroup($input: CreateGroupInput!) {\n    createGroup(input: $input) {\n      group {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').NewGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddMembers($input: MembersInput!) {\n    addMembers(input: $input) {\n      group {\n        id\n        memberCount\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').AddMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMembers($input: MembersInput!) {\n    removeMembers(input: $input) {\n      group {\n        id\n        memberCount\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RemoveMembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetManager($input: SetManagerInput!) {\n    setManager(input: $input) {\n      group {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetManagerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportOptions {\n    sheetColumns {\n      key\n      heading\n    }\n  }\n"): typeof import('./graphql').ExportOptionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PauseJob($input: UpdateJobInput!) {\n    updateJob(input: $input) {\n      job {\n        id\n        version\n        enabled\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').PauseJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteJob($input: IDInput!) {\n    deleteJob(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteJobDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JobPage($input: UpdateJobInput!) {\n    updateJob(input: $input) {\n      job {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').JobPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewJobPage($input: CreateJobInput!) {\n    createJob(input: $input) {\n      job {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').NewJobPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PurgeConfirm($days: Int!) {\n    purgeable(days: $days)\n  }\n"): typeof import('./graphql').PurgeConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RunFacts on JobRun {\n    id\n    kind\n    job {\n      id\n      name\n    }\n    state\n    total\n    handled\n    failed\n    log\n    createdAt\n    startedAt\n    finishedAt\n    failuresUrl\n  }\n"): typeof import('./graphql').RunFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on JobRun {\n        ...RunFacts\n      }\n    }\n  }\n"): typeof import('./graphql').RunPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription RunGoesOn($id: ID!) {\n    jobRun(id: $id) {\n      ...RunFacts\n    }\n  }\n"): typeof import('./graphql').RunGoesOnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryFailed($input: IDInput!) {\n    retryFailed(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RetryFailedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RunsOf($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on Job {\n        id\n        runs(first: $first, after: $after) {\n          totalCount\n          edges {\n            node {\n              id\n              state\n              createdAt\n              handled\n              failed\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').RunsOfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ScheduleFields($schedule: String!, $timeZone: String!) {\n    scheduledTimes(schedule: $schedule, timeZone: $timeZone)\n  }\n"): typeof import('./graphql').ScheduleFieldsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Jobs {\n    jobs {\n      id\n      version\n      name\n      schedule\n      timeZone\n      enabled\n      steps {\n        task\n        options\n      }\n      nextRunAt\n      nextRuns\n      runs(first: 1) {\n        edges {\n          node {\n            id\n            state\n            createdAt\n            handled\n            failed\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').JobsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MePageSignOut {\n    signOut {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MePageSignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewRecoveryCodes {\n    renewRecoveryCodes {\n      recoveryCodes\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RenewRecoveryCodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePasskey($input: IDInput!) {\n    removePasskey(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RemovePasskeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeMyPassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ChangeMyPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndMySessions($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').EndMySessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MePage {\n    viewer {\n      user {\n        id\n        version\n        email\n        firstName\n        lastName\n        cellPhone\n        officePhone\n        locale\n        timeZone\n        emailSubscribed\n        emailSubscriptionChangedAt\n        account {\n          email\n          loginName\n          factorProvider\n          requiredFactor\n          passkeys {\n            id\n            name\n            createdAt\n            lastUsedAt\n          }\n          sessions {\n            id\n            lastSeenAt\n            ip\n            userAgent\n            current\n          }\n        }\n      }\n      emailLocales\n      permissions\n      managedGroups {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql').MePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProfile($input: UpdateProfileInput!) {\n    updateProfile(input: $input) {\n      user {\n        id\n        version\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateProfileDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RemindersFeed {\n    viewer {\n      remindersFeedUrl\n    }\n  }\n"): typeof import('./graphql').RemindersFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetRemindersFeed {\n    resetRemindersFeed {\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ResetRemindersFeedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteRole($input: IDInput!) {\n    deleteRole(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewRolePage($input: CreateRoleInput!) {\n    createRole(input: $input) {\n      role {\n        id\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').NewRolePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RoleForm($input: UpdateRoleInput!) {\n    updateRole(input: $input) {\n      role {\n        id\n        version\n        name\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').RoleFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RolesPage {\n    roles {\n      id\n      name\n      isBuiltIn\n      requiresFactor\n      reach\n      userCount\n      grants {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').RolesPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RoleQuery {\n    roles {\n      id\n      version\n      name\n      isBuiltIn\n      requiresFactor\n      reach\n      permissions\n      userCount\n      grants {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').RoleQueryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FeaturesPage($input: SetFeatureInput!) {\n    setFeature(input: $input) {\n      feature {\n        name\n        enabled\n        reason\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').FeaturesPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GeneralPage {\n    settings {\n      version\n      activityRetentionDays\n      keepUnknownActivities\n      redirectOrigins\n      nudgeBeforeExpiry\n      defaultLocale\n    }\n  }\n"): typeof import('./graphql').GeneralPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateSettings($input: UpdateSettingsInput!) {\n    updateSettings(input: $input) {\n      settings {\n        version\n        activityRetentionDays\n        keepUnknownActivities\n        redirectOrigins\n        nudgeBeforeExpiry\n        defaultLocale\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProtectedPage($input: ProtectedPageInput!) {\n    createProtectedPage(input: $input) {\n      protectedPage {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').CreateProtectedPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProtectedPage($input: ProtectedPageInput!) {\n    updateProtectedPage(input: $input) {\n      protectedPage {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateProtectedPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsOfPage($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsOfPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteProtectedPage($input: IDInput!) {\n    deleteProtectedPage(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteProtectedPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProtectedPages {\n    protectedPages {\n      id\n      version\n      pattern\n      groups {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').ProtectedPagesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePasswordPage($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ChangePasswordPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnrolPage {\n    enrolTOTP {\n      secret\n      otpauthUrl\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').EnrolPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnrolPageConfirm($input: VerifyFactorInput!) {\n    confirmTOTP(input: $input) {\n      recoveryCodes\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').EnrolPageConfirmDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FactorPage($input: VerifyFactorInput!) {\n    verifyFactor(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').FactorPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgotPage($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ForgotPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkExpiredPage($input: RenewLinkInput!) {\n    renewLink(input: $input) {\n      accepted\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').LinkExpiredPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPasswordForm($input: SetPasswordInput!) {\n    setPassword(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetPasswordFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SetPasswordPage($token: String!) {\n    link(token: $token) {\n      state\n      kind\n    }\n  }\n"): typeof import('./graphql').SetPasswordPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUpPage($input: SetUpInput!) {\n    setUp(input: $input) {\n      nextStep\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetUpPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInPage($input: SignInInput!) {\n    signIn(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportsPage($first: Int, $after: Cursor) {\n    exports(first: $first, after: $after) {\n      edges {\n        node {\n          ...ExportFacts\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').ExportsPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RunImport($input: RunImportInput!) {\n    runImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RunImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopImport($input: IDInput!) {\n    stopImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').StopImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportsPage($first: Int, $after: Cursor) {\n    imports(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          fileName\n          state\n          rows\n          added\n          updated\n          failed\n          createdAt\n        }\n        cursor\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').ImportsPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InvitationsField {\n    nextNotice {\n      at\n    }\n  }\n"): typeof import('./graphql').InvitationsFieldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportIssues($id: ID!, $severity: IssueSeverity, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        issues(first: $first, after: $after, severity: $severity) {\n          edges {\n            node {\n              row\n              column\n              cell\n              code\n              message\n              severity\n            }\n            cursor\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          totalCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ImportIssuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatchStep {\n    sheetColumns {\n      key\n      heading\n      required\n      readOnly\n      hint\n    }\n  }\n"): typeof import('./graphql').MatchStepDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MapImport($input: MapImportInput!) {\n    mapImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').MapImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewImportPage($file: Upload!, $options: ImportOptions) {\n    checkImport(file: $file, options: $options) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').NewImportPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SheetNote($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        sheet {\n          name\n          others\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').SheetNoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoImport($input: IDInput!) {\n    undoImport(input: $input) {\n      import {\n        ...ImportFacts\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UndoImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ImportFacts on Import {\n    id\n    state\n    fileName\n    rows\n    processed\n    added\n    updated\n    unchanged\n    failed\n    warned\n    problemFileUrl\n    undoableUntil\n    undoReport {\n      reversed\n      kept {\n        entityId\n        name\n        reason\n      }\n      failed {\n        entityId\n        name\n        reason\n      }\n    }\n    columns {\n      heading\n      samples\n      field\n    }\n    isOwn\n    onExisting\n    notify\n    reason\n    createdAt\n    startedAt\n    finishedAt\n    fileErasedAt\n  }\n"): typeof import('./graphql').ImportFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UseFix {\n    sheetColumns {\n      key\n      heading\n      hint\n    }\n  }\n"): typeof import('./graphql').UseFixDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UseImport($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Import {\n        ...ImportFacts\n      }\n    }\n  }\n"): typeof import('./graphql').UseImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ImportGoesOn($id: ID!) {\n    importProgress(id: $id) {\n      ...ImportFacts\n    }\n  }\n"): typeof import('./graphql').ImportGoesOnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountDetails on User {\n    id\n    email\n    firstName\n    lastName\n    status\n    role {\n      id\n      name\n    }\n    account {\n      email\n      loginName\n      state\n      creationNotice\n      linkExpiresAt\n      temporaryUntil\n    }\n  }\n"): typeof import('./graphql').AccountDetailsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CompanyField($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          emailDomain\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').CompanyFieldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConsentHistory($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        consentHistory(first: $first, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            cursor\n            node {\n              subscribed\n              at\n              source\n              actor\n              proof\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConsentHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DetailsForm on User {\n    id\n    version\n    email\n    firstName\n    lastName\n    title\n    cellPhone\n    officePhone\n    extension\n    address\n    company {\n      id\n      name\n    }\n    role {\n      id\n    }\n    account {\n      email\n    }\n    memberships {\n      role\n      group {\n        id\n        name\n        isDefault\n      }\n    }\n    hiddenGroupCount\n    assignments {\n      company {\n        id\n        name\n        contracts {\n          id\n          number\n          name\n        }\n      }\n      contract {\n        id\n      }\n    }\n    note @include(if: $notes)\n    ...Supersede\n  }\n"): typeof import('./graphql').DetailsFormFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DetailsForm($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      user {\n        id\n        version\n        firstName\n        lastName\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').DetailsFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DetailsTab on User {\n    id\n    ...DetailsView\n    ...DetailsForm\n    ...PasswordSection\n    ...EmailCommunication\n  }\n"): typeof import('./graphql').DetailsTabFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DetailsView on User {\n    email\n    firstName\n    lastName\n    title\n    cellPhone\n    officePhone\n    extension\n    address\n    createdAt\n    updatedAt\n    isGlobalAdmin\n    company {\n      id\n      name\n    }\n    role {\n      id\n      name\n    }\n    memberships {\n      role\n      group {\n        id\n        name\n      }\n    }\n    hiddenGroupCount\n    assignments {\n      company {\n        id\n        name\n      }\n      contract {\n        number\n        name\n      }\n    }\n    note @include(if: $notes)\n    ...Supersede\n  }\n"): typeof import('./graphql').DetailsViewFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftWarnings($draft: UserDraft!) {\n    userWarnings(draft: $draft) {\n      field\n      message\n    }\n  }\n"): typeof import('./graphql').DraftWarningsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EmailCommunication on User {\n    id\n    firstName\n    lastName\n    emailSubscribed\n    emailSubscriptionChangedAt\n    emailSubscriptionSource\n    unsubscribeUrl\n    consentHistory(first: 1) {\n      edges {\n        node {\n          actor\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').EmailCommunicationFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EmailCommunication($input: SetEmailSubscriptionInput!) {\n    setEmailSubscription(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n      undo {\n        token\n        expiresAt\n      }\n    }\n  }\n"): typeof import('./graphql').EmailCommunicationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FormProblems($input: UserIDInput!) {\n    reactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n        firstName\n        lastName\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').FormProblemsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsField($search: String) {\n    groups(first: 50, search: $search) {\n      edges {\n        node {\n          id\n          name\n          description\n          isDefault\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsFieldDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LinkTrail on Message {\n    id\n    kind\n    to\n    state\n    error\n    createdAt\n    sentAt\n    deliveredAt\n    openedAt\n    linkExpiresAt\n    linkUsedAt\n    linkState\n    resolvedAt\n  }\n"): typeof import('./graphql').LinkTrailFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NewAccountForm on User {\n    id\n    email\n    role {\n      id\n    }\n  }\n"): typeof import('./graphql').NewAccountFormFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewAccountForm($input: CreateAccountInput!) {\n    createAccount(input: $input) {\n      user {\n        id\n        version\n        account {\n          email\n          loginName\n          state\n          creationNotice\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').NewAccountFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewUserPage($input: CreateUserInput!, $messages: Boolean!) {\n    createUser(input: $input) {\n      user {\n        id\n        firstName\n        lastName\n        email\n        account {\n          email\n          notify\n        }\n        messages(first: 1) @include(if: $messages) {\n          edges {\n            node {\n              state\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').NewUserPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query NextNotice {\n    nextNotice {\n      at\n      job {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql').NextNoticeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnCompany {\n    companies(first: 2) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').OwnCompanyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PasswordSection on User {\n    id\n    email\n    account {\n      email\n      state\n      notify\n      notifiedAt\n      linkExpiresAt\n      revokedAt\n    }\n  }\n"): typeof import('./graphql').PasswordSectionFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($input: UserIDInput!) {\n    revokeInvitation(input: $input) {\n      user {\n        id\n        account {\n          state\n          linkExpiresAt\n          revokedAt\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n              state\n              linkState\n            }\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RevokeInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SettingsTab on User {\n    id\n    firstName\n    lastName\n    account {\n      email\n      revokedAt\n    }\n    messages(first: 20) @include(if: $messages) {\n      edges {\n        node {\n          id\n          state\n          ...LinkTrail\n        }\n      }\n    }\n    ...AccountDetails\n    ...SignInCard\n    ...NewAccountForm\n  }\n"): typeof import('./graphql').SettingsTabFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SignInCard on User {\n    id\n    firstName\n    lastName\n    role {\n      id\n      name\n    }\n    account {\n      state\n      factorProvider\n      requiredFactor\n      sessions {\n        id\n        lastSeenAt\n        ip\n        userAgent\n        current\n      }\n    }\n  }\n"): typeof import('./graphql').SignInCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInCardProvide($input: SetFactorProviderInput!) {\n    setFactorProvider(input: $input) {\n      user {\n        id\n        account {\n          factorProvider\n          requiredFactor\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInCardProvideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInCardReset($input: UserIDInput!) {\n    resetFactor(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInCardResetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInCardEnd($input: EndSessionsInput!) {\n    endSessions(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInCardEndDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignInCardUnlock($input: UserIDInput!) {\n    unlockAccount(input: $input) {\n      user {\n        id\n        account {\n          state\n        }\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SignInCardUnlockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Supersede on User {\n    id\n    status\n    role {\n      id\n    }\n    supersedes {\n      id\n      firstName\n      lastName\n      email\n    }\n    supersededBy {\n      id\n      firstName\n      lastName\n      email\n    }\n    ...SupersedeDialog\n  }\n"): typeof import('./graphql').SupersedeFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SupersedeDialog on User {\n    id\n    email\n    firstName\n    lastName\n    role {\n      id\n    }\n    account {\n      email\n      state\n      notify\n    }\n  }\n"): typeof import('./graphql').SupersedeDialogFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SupersedeDialog($input: SupersedeUserInput!) {\n    supersedeUser(input: $input) {\n      user {\n        id\n        firstName\n        lastName\n        email\n        account {\n          email\n          notify\n        }\n        supersedes {\n          id\n          version\n          status\n          account {\n            email\n            state\n          }\n        }\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        field\n        message\n        relatedId\n      }\n    }\n  }\n"): typeof import('./graphql').SupersedeDialogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserCardPage($id: ID!, $notes: Boolean!, $messages: Boolean!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        firstName\n        lastName\n        email\n        status\n        lastSignInAt\n        role {\n          id\n          name\n        }\n        company {\n          id\n          name\n        }\n        account {\n          email\n          state\n        }\n        ...DetailsTab\n        ...SettingsTab\n      }\n    }\n  }\n"): typeof import('./graphql').UserCardPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActivitiesTab($id: ID!, $kinds: [String!], $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        activities(first: $first, after: $after, kinds: $kinds) {\n          edges {\n            node {\n              id\n              ...ActivityEntry\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ActivitiesTabDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActivityKinds($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        activityKinds\n      }\n    }\n  }\n"): typeof import('./graphql').ActivityKindsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ActivityRecorded($id: ID!) {\n    activityRecorded(userId: $id) {\n      id\n    }\n  }\n"): typeof import('./graphql').ActivityRecordedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActivityEntry on Activity {\n    id\n    kind\n    summary\n    source\n    actor\n    occurredAt\n  }\n"): typeof import('./graphql').ActivityEntryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteActivity($input: IDInput!) {\n    deleteActivity(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteActivityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddActivity($input: RecordActivityInput!) {\n    recordActivity(input: $input) {\n      activity {\n        id\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        relatedId\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').AddActivityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AddToGroup($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        version\n        memberships {\n          role\n          group {\n            id\n            name\n            isDefault\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').AddToGroupDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsToAdd($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          isDefault\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsToAddDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddToGroups($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      user {\n        id\n        version\n        memberships {\n          role\n          group {\n            id\n            name\n          }\n        }\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').AddToGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetTemporaryPassword($input: SetTemporaryPasswordInput!) {\n    setTemporaryPassword(input: $input) {\n      user {\n        id\n        version\n        account {\n          state\n        }\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SetTemporaryPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryEntry on Change {\n    id\n    at\n    actor\n    origin\n    entity\n    operation\n    undoable\n    overriddenWarnings\n    fields {\n      name\n      old\n      new\n    }\n  }\n"): typeof import('./graphql').HistoryEntryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HistoryTab($id: ID!, $first: Int, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        changes(first: $first, after: $after) {\n          edges {\n            node {\n              id\n              ...HistoryEntry\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          totalCount\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').HistoryTabDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoChange($input: UndoChangeInput!) {\n    undoChange(input: $input) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UndoChangeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserPanel($id: ID!, $messages: Boolean!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        title\n        cellPhone\n        company {\n          id\n          name\n        }\n        account {\n          email\n          loginName\n          state\n          revokedAt\n        }\n        memberships {\n          group {\n            id\n            name\n          }\n        }\n        hiddenGroupCount\n        lastSignInAt\n        messages(first: 5) @include(if: $messages) {\n          edges {\n            node {\n              id\n              state\n              ...LinkTrail\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').UserPanelDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeactivateUser($input: UserIDInput!) {\n    deactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeactivateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReactivateUser($input: UserIDInput!) {\n    reactivateUser(input: $input) {\n      user {\n        id\n        version\n        status\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ReactivateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteUser($input: UserIDInput!) {\n    deleteUser(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ImportCustomers($first: Int, $after: Cursor, $search: String) {\n    companies(first: $first, after: $after, search: $search) {\n      edges {\n        node {\n          id\n          name\n          contracts {\n            id\n            number\n            name\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').ImportCustomersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteView($input: IDInput!) {\n    deleteView(input: $input) {\n      deletedId\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterRoles {\n    roles {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').FilterRolesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterGroups($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').FilterGroupsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterCompanies($search: String) {\n    companies(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').FilterCompaniesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Neighbours($at: Cursor!, $filter: UserFilter, $orderBy: [UserOrder!]) {\n    before: users(last: 1, before: $at, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n    after: users(first: 1, after: $at, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').NeighboursDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Peek($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        firstName\n        lastName\n        email\n        status\n        role {\n          id\n          name\n        }\n        account {\n          email\n          state\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PeekDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reach($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on User {\n        id\n        memberships {\n          role\n          group {\n            id\n            name\n          }\n        }\n        assignments {\n          company {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ReachDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveView($input: SaveViewInput!) {\n    saveView(input: $input) {\n      savedView {\n        id\n        name\n        query\n        shared\n        isOwn\n      }\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SaveViewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BulkDialog($input: BulkUpdateUsersInput!) {\n    bulkUpdateUsers(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').BulkDialogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsPicker($search: String) {\n    groups(first: 20, search: $search) {\n      edges {\n        node {\n          id\n          name\n          isDefault\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').GroupsPickerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UseTell($token: ID!) {\n    undo(token: $token) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UseTellDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FilterNames($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      ... on Role {\n        id\n        name\n      }\n      ... on Group {\n        id\n        name\n      }\n      ... on Company {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').FilterNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SavedViews {\n    savedViews {\n      id\n      name\n      query\n      shared\n      isOwn\n    }\n  }\n"): typeof import('./graphql').SavedViewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UseCounts {\n    all: users(first: 1) {\n      totalCount\n      totalCountIsEstimate\n    }\n    active: users(first: 1, filter: { status: [ACTIVE] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    inactive: users(first: 1, filter: { status: [INACTIVE] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    invited: users(first: 1, filter: { accountState: [INVITED, INVITATION_EXPIRED] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n    locked: users(first: 1, filter: { accountState: [LOCKED] }) {\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n"): typeof import('./graphql').UseCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsersCount($filter: UserFilter) {\n    users(first: 1, filter: $filter) {\n      totalCount(exact: true)\n    }\n  }\n"): typeof import('./graphql').UsersCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendInvitation($input: UserIDInput!, $override: [WarningCode!]) {\n    resendInvitation(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        kind\n        to\n        state\n        user {\n          id\n          account {\n            state\n            linkExpiresAt\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ResendInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendPasswordReset($input: UserIDInput!, $override: [WarningCode!]) {\n    sendPasswordReset(input: $input, overrideWarnings: $override) {\n      message {\n        id\n        kind\n        to\n        state\n        user {\n          id\n          account {\n            state\n            linkExpiresAt\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').SendPasswordResetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteUser($input: CreateAccountInput!) {\n    createAccount(input: $input) {\n      user {\n        id\n        version\n        account {\n          email\n          state\n          creationNotice\n        }\n        messages(first: 1) {\n          edges {\n            node {\n              id\n              state\n            }\n          }\n        }\n      }\n      userErrors {\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').InviteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UseRoles {\n    roles {\n      id\n      name\n      isBuiltIn\n    }\n  }\n"): typeof import('./graphql').UseRolesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsersPage(\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n    $filter: UserFilter\n    $orderBy: [UserOrder!]\n    $title: Boolean!\n    $cellPhone: Boolean!\n    $officePhone: Boolean!\n    $extension: Boolean!\n    $company: Boolean!\n    $loginName: Boolean!\n    $groups: Boolean!\n    $lastSignIn: Boolean!\n    $created: Boolean!\n    $consent: Boolean!\n  ) {\n    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges {\n        cursor\n        node {\n          id\n          firstName\n          lastName\n          email\n          status\n          role {\n            id\n            name\n          }\n          account {\n            email\n            state\n            loginName @include(if: $loginName)\n          }\n          memberships @include(if: $groups) {\n            group {\n              id\n              name\n            }\n          }\n          hiddenGroupCount @include(if: $groups)\n          lastSignInAt @include(if: $lastSignIn)\n          title @include(if: $title)\n          cellPhone @include(if: $cellPhone)\n          officePhone @include(if: $officePhone)\n          extension @include(if: $extension)\n          company @include(if: $company) {\n            id\n            name\n          }\n          createdAt @include(if: $created)\n          emailSubscribed @include(if: $consent)\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n"): typeof import('./graphql').UsersPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhyDialog($userId: ID!, $viewerId: ID!) {\n    accessPaths(userId: $userId, viewerId: $viewerId) {\n      permission\n      role {\n        id\n        name\n        reach\n      }\n      group {\n        id\n        name\n      }\n      company {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql').WhyDialogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportDialog {\n    sheetColumns {\n      key\n      heading\n    }\n  }\n"): typeof import('./graphql').ExportDialogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartExport($input: StartExportInput!) {\n    startExport(input: $input) {\n      export {\n        ...ExportFacts\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').StartExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExportForm($filter: UserFilter, $isFiltered: Boolean!) {\n    all: users(first: 1) {\n      totalCount(exact: true)\n    }\n    found: users(first: 1, filter: $filter) @include(if: $isFiltered) {\n      totalCount(exact: true)\n    }\n  }\n"): typeof import('./graphql').ExportFormDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ExportFacts on Export {\n    id\n    format\n    state\n    rows\n    total\n    headings\n    isFiltered\n    startedBy\n    url\n    expiresAt\n    problem\n    createdAt\n    finishedAt\n  }\n"): typeof import('./graphql').ExportFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ExportGoesOn($id: ID!) {\n    exportProgress(id: $id) {\n      ...ExportFacts\n    }\n  }\n"): typeof import('./graphql').ExportGoesOnDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UseExport($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Export {\n        ...ExportFacts\n      }\n    }\n  }\n"): typeof import('./graphql').UseExportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ConfirmIdentityWays {\n    viewer {\n      user {\n        account {\n          loginName\n          factorProvider\n          passkeys {\n            id\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmIdentityWaysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmIdentity($input: ProveIdentityInput!) {\n    proveIdentity(input: $input) {\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        field\n        message\n      }\n      warnings {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').ConfirmIdentityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeySignIn {\n    beginPasskeySignIn {\n      options\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').BeginPasskeySignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishPasskeySignIn($input: PasskeyInput!) {\n    finishPasskeySignIn(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      factorProvider\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').FinishPasskeySignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BeginPasskeyRegistration {\n    beginPasskeyRegistration {\n      options\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').BeginPasskeyRegistrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishPasskeyRegistration($input: PasskeyInput!) {\n    finishPasskeyRegistration(input: $input) {\n      viewer {\n        permissions\n        managedGroups {\n          id\n        }\n      }\n      nextStep\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').FinishPasskeyRegistrationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RunNow($input: IDInput!) {\n    runJob(input: $input) {\n      jobRun {\n        id\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').RunNowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DoneReminders($filter: ReminderFilter) {\n    reminders(last: 100, filter: $filter) {\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DoneRemindersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DueReminders($assigneeId: ID!) {\n    reminders(first: 5, filter: { assigneeId: $assigneeId, due: true }) {\n      totalCount\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').DueRemindersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReminderFacts on Reminder {\n    id\n    version\n    title\n    note\n    dueAt\n    isDue\n    timeZone\n    recurrence\n    doneAt\n    user {\n      id\n      firstName\n      lastName\n    }\n    assignee {\n      id\n      firstName\n      lastName\n    }\n  }\n"): typeof import('./graphql').ReminderFactsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateReminder($input: CreateReminderInput!) {\n    createReminder(input: $input) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n      }\n      warnings {\n        code\n        field\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').CreateReminderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateReminder($input: UpdateReminderInput!) {\n    updateReminder(input: $input) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        code\n        field\n        message\n        params\n      }\n      warnings {\n        code\n        field\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').UpdateReminderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteReminder($input: IDInput!, $version: Int) {\n    completeReminder(input: $input, version: $version) {\n      reminder {\n        ...ReminderFacts\n      }\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').CompleteReminderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteReminder($input: IDInput!) {\n    deleteReminder(input: $input) {\n      deletedId\n      undo {\n        token\n        expiresAt\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').DeleteReminderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reminder($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Reminder {\n        ...ReminderFacts\n      }\n    }\n  }\n"): typeof import('./graphql').ReminderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reminders($first: Int, $after: Cursor, $filter: ReminderFilter) {\n    reminders(first: $first, after: $after, filter: $filter) {\n      edges {\n        node {\n          id\n          ...ReminderFacts\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n"): typeof import('./graphql').RemindersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StopRun($id: ID!) {\n    stopRun(input: { id: $id }) {\n      jobRun {\n        id\n        state\n      }\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').StopRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UseRun($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on JobRun {\n        id\n        state\n        total\n        handled\n        failed\n        log\n        finishedAt\n        failuresUrl\n        undo {\n          token\n        }\n        undoReport {\n          kept {\n            name\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').UseRunDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeBack($token: ID!) {\n    undo(token: $token) {\n      undone\n      userErrors {\n        message\n      }\n    }\n  }\n"): typeof import('./graphql').TakeBackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($search: String, $accountState: [AccountState!]) {\n    users(first: 20, filter: { search: $search, accountState: $accountState }) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').PeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsersOf(\n    $first: Int\n    $after: Cursor\n    $last: Int\n    $before: Cursor\n    $filter: UserFilter\n    $orderBy: [UserOrder!]\n    $standing: Boolean!\n  ) {\n    users(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {\n      edges {\n        node {\n          id\n          firstName\n          lastName\n          email\n          status\n          lastSignInAt\n          role {\n            id\n            name\n          }\n          account {\n            email\n            state\n          }\n          memberships @include(if: $standing) {\n            role\n            group {\n              id\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        hasPreviousPage\n        startCursor\n      }\n      totalCount\n      totalCountIsEstimate\n    }\n  }\n"): typeof import('./graphql').UsersOfDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
